# expect: success
# needs: gcc clang
cat > frame.c <<'C'
static int spare(void) { return 1; }
__attribute__((deprecated)) int old(void) { return 0; }
int main(void) { int unused; if (old()) return 1; return 0; }
C
gcc -Wall -Wextra -o frame frame.c && clang -Wall -Wextra -o frame frame.c && ./frame
