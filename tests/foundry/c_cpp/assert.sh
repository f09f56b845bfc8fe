# expect: crash c.assertion-failed
# needs: gcc
cat > ring.c <<'C'
#include <assert.h>
int main(int argc, char **argv) { assert(argc == 3 && "ring is full"); return 0; }
C
gcc ring.c -o ring && ./ring
