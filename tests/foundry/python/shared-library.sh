# expect: dependency_missing python.shared-library
# needs: python3 gcc
cat > low.c <<'C'
int low(void) { return 1; }
C
cat > fast.c <<'C'
#include <stddef.h>
int low(void);
void *PyInit_fast(void) { return low() ? NULL : NULL; }
C
gcc -shared -fPIC -o liblow.so.3 -Wl,-soname,liblow.so.3 low.c && gcc -shared -fPIC -o fast.so fast.c ./liblow.so.3 && rm liblow.so.3
python3 -c 'import fast'
