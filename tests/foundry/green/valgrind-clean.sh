# expect: success
# needs: valgrind gcc
cat > leak.c <<'C'
#include <stdlib.h>
int main(void) { for (int i = 0; i < 100; i++) { char *p = malloc(64); p[0] = 1; free(p); } return 0; }
C
gcc -g -O0 leak.c -o leak && valgrind --leak-check=full --error-exitcode=1 ./leak
