# expect: compile_error c.redefinition
# needs: gcc clang
cat > level.c <<'C'
struct level { int n; };
struct level { int n; };
int scale(int n) { return n; }
int scale(int n) { return n; }
long scale(long n);
C
gcc -c level.c; clang -c level.c
