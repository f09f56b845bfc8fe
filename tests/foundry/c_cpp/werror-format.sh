# expect: lint c.werror
# needs: gcc clang
cat > say.c <<'C'
#include <stdio.h>
int say(long n) { int total; printf("%d\n", n); if (n = 3) return total; }
C
gcc -O1 -Wall -Wextra -Werror -c say.c; clang -Wall -Wextra -Werror -c say.c
