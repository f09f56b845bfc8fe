# expect: crash sanitizer.undefined
# needs: gcc clang
cat > sum.c <<'C'
#include <limits.h>
int main(int argc, char **argv) { int shift = 30 + argc; return (INT_MAX + argc) + (1 << (shift + 1)); }
C
gcc -g -fsanitize=undefined -fno-sanitize-recover=all sum.c -o sum && ./sum; clang -g -fsanitize=undefined sum.c -o sum && ./sum
