# expect: crash sanitizer.leak
# needs: clang
cat > leak.c <<'C'
#include <stdlib.h>
int main(void) { char *lost = malloc(7); lost[0] = 1; lost = 0; return 0; }
C
clang -g -fsanitize=address leak.c -o leak && ./leak
