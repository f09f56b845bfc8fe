# expect: success
# needs: ninja
printf 'rule step\n  command = echo "compiling error handler $in" && touch $out\n  description = STEP $out\nrule warn\n  command = echo "failed.c:3: warning: deprecated" >&2; touch $out\nbuild errors.o: step\nbuild failed.o: warn\nbuild timeout.o: step failed.o\n' > build.ninja
ninja -v; ninja; ninja -t targets all; ninja -n -d explain
