# expect: configuration_error ninja.unknown-target
# needs: ninja
printf 'rule cc\n  command = cc -c $in -o $out\nbuild a.o: cc a.c\n' > build.ninja; ninja tests
printf 'rule cc\n command == x\n  y\n' > build.ninja; ninja
