# expect: crash valgrind.leak
# needs: gcc valgrind
cat > leak.c <<'C'
#include <stdlib.h>
int main(void) { return malloc(7) == 0; }
C
gcc -g leak.c -o leak && valgrind --leak-check=full --error-exitcode=9 ./leak
