# expect: crash c.heap-corruption
# needs: gcc
cat > heap.c <<'C'
#include <stdlib.h>
#include <string.h>
int main(int argc, char **argv) {
  char small[4]; char *p = malloc(8);
  if (argc > 1) { memset(small, 1, argc * 40); return small[0]; }
  free(p); free(p); return 0;
}
C
gcc -O0 -fstack-protector-all heap.c -o heap && { ./heap; ./heap 1; }
