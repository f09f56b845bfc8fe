# expect: crash c.compiler-crash
# needs: clang
printf '#pragma clang __debug crash\nint total;\n' >prices.c
clang -c prices.c
