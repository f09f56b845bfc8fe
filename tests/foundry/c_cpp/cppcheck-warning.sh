# expect: success
# needs: cppcheck
printf 'int f(int n) { int sum; sum = n; int *p = &sum; return *p; }\n' > sum.c
cppcheck --enable=all --suppress=missingIncludeSystem sum.c
