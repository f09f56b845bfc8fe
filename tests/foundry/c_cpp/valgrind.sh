# expect: crash valgrind.error
# needs: gcc valgrind
cat > ring.c <<'C'
#include <stdlib.h>
int main(int argc, char **argv) { int *ring = malloc(4 * sizeof *ring); ring[argc + 3] = 1; return ring[argc + 3] - 1; }
C
gcc -g ring.c -o ring && valgrind --leak-check=full --error-exitcode=9 ./ring
