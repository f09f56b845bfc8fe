# expect: toolchain c.standard-header-missing
# needs: aarch64-linux-gnu-gcc
mkdir src && printf '#include <stdio.h>\nint main(void) { printf("till\\n"); return 0; }\n' >src/till.c
aarch64-linux-gnu-gcc -O2 -c src/till.c -o till.o
