# expect: crash c.heap-corruption
# needs: gcc
cat > main.c <<'C'
#include <stdlib.h>
#include <string.h>
int main(int n, char** names) {
    char* row = malloc(16);
    if (n == 1) { free(row); free(row); }
    if (n == 2) { char small[8]; strcpy(small, names[1]); return small[0]; }
    free(row + 8);
    return 0;
}
C
gcc -w -fstack-protector-all -o main main.c
./main; ./main aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; ./main a b
