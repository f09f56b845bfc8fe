# expect: lint cppcheck.error
# needs: cppcheck
printf 'int last(void) { int a[2]; a[5] = 1; return a[5]; }\nvoid f(int n) { int unused; if (n == n) {} }\n' > last.c
cppcheck --quiet --template=cppcheck1 last.c
cppcheck --enable=all --inline-suppr --error-exitcode=1 last.c
