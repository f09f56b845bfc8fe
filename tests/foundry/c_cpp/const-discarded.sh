# expect: lint c.const-discarded
# needs: gcc clang
cat > words.c <<'C'
#include <string.h>
int fold(char *text) { return text[0]; }
int first(const char *b) { return fold(b); }
int rest(const char *b) { char *x = b; return x[0]; }
C
cat > name.cpp <<'C'
int width(char *text);
int none() { return width( "none"); }
C
gcc -Wall -Werror -c words.c; clang -Wall -Werror -c words.c; g++ -Wall -Werror -c name.cpp; clang++ -Wall -Werror -c name.cpp
