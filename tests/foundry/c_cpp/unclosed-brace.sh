# expect: syntax_error c.missing-punctuation
# needs: gcc clang
cat > ring.c <<'C'
int ring(int n) {
  if (n > 3) {
    return n;
  return 0;
}
C
gcc -c ring.c; clang -c ring.c
