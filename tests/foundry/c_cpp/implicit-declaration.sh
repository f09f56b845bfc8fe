# expect: import_error c.library-not-included
# needs: gcc clang
cat > dup.c <<'C'
char *twice(const char *s) { return strdup(s) + wrap(s); }
C
gcc -std=c11 -Werror=implicit-function-declaration -c dup.c; clang -std=c11 -Werror=implicit-function-declaration -c dup.c
