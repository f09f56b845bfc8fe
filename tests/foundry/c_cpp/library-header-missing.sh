# expect: dependency_missing c.library-header-missing
# needs: gcc clang
cat > fetch.c <<'C'
#include <uv.h>
#include <sodium.h>
int main(void) { return 0; }
C
gcc -c fetch.c; clang -c fetch.c
