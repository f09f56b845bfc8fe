# expect: crash c.assertion-failed
# needs: gcc
cat > main.c <<'C'
#include <assert.h>
int main(int n, char** names) { assert(n == 2 && "one name"); return 0; }
C
gcc -o main main.c && ./main
