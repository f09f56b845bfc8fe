# expect: toolchain c.unknown-cpu
# needs: gcc clang
printf 'int main(void) { return 0; }\n' > till.c
clang -march=bigcore till.c
gcc -march=bigcore till.c
