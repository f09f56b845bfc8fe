# expect: missing_file c.header-missing
# needs: gcc clang
mkdir src; echo '#include "queue/ring.h"' > src/main.c
gcc -Iinclude -c src/main.c; clang -Iinclude -c src/main.c
