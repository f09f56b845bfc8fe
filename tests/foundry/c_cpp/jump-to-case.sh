# expect: compile_error c.jump-to-case
# needs: g++ gcc clang clang++
cat > op.cpp <<'C'
int apply(int op, int n) {
  switch (op) {
    case 1:
      int twice = n * 2;
      return twice;
    default:
      return n;
  }
}
C
cat > op.c <<'C'
int apply(int op, int n) {
  switch (op) {
    case 1:
      int twice = n * 2;
      return twice;
    default:
      return n;
  }
}
C
sed 's/case 1:/case 1: ;/; s/int twice = n \* 2/int row[n]/; s/return twice/return row[0] = n/' op.c > row.c
g++ -c op.cpp; clang++ -c op.cpp; gcc -std=c11 -pedantic-errors -c op.c; gcc -c row.c; clang -c row.c
