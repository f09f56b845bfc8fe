# expect: crash sanitizer.address
# needs: gcc clang
cat > ring.c <<'C'
#include <stdlib.h>
int main(int argc, char **argv) { int *ring = malloc(4 * sizeof *ring); ring[argc] = 1; free(ring); return ring[argc]; }
C
cat > wide.c <<'C'
int main(int argc, char **argv) { int ring[4]; ring[argc + 3] = 1; return ring[argc + 3]; }
C
gcc -g -fsanitize=address ring.c -o ring && ./ring; clang -g -fsanitize=address wide.c -o wide && ./wide
