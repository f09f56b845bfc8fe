# expect: crash sanitizer.memory
# needs: clang setarch
cat > init.c <<'C'
#include <stdio.h>
int main(int argc, char **argv) { int level[2]; if (level[argc]) puts("set"); return 0; }
C
clang -g -fsanitize=memory init.c -o init && setarch -R ./init
