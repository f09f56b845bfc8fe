# expect: missing_file ninja.input-missing
# needs: ninja
ninja
printf 'rule cc\n  command = cc -c $in -o $out\nbuild a.o: cc gen/a.c\n' > build.ninja; ninja
