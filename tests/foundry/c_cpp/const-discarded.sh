# expect: lint c.const-discarded
# needs: gcc clang
cat > words.c <<'C'
#include <string.h>
int fold(char *text) { return text[0]; }
int first(const char *b) { return fold(b); }
int rest(const char *b) { char *x = b; return x[0]; }
C
gcc -Wall -Werror -c words.c; clang -Wall -Werror -c words.c
