# expect: success
# needs: gcc valgrind
cat > calm.c <<'C'
#include <stdlib.h>
int main(void) { free(malloc(7)); return 0; }
C
gcc -g calm.c -o calm && valgrind --leak-check=full --error-exitcode=9 ./calm
