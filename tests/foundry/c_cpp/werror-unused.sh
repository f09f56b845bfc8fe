# expect: lint c.werror-unused
# needs: gcc clang
cat > frame.c <<'C'
static int spare(void) { return 1; }
int frame(int length, int flags) { int old = length; return length; }
C
gcc -Wall -Wextra -Werror -c frame.c; clang -Wall -Wextra -Werror -c frame.c
