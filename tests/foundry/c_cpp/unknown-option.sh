# expect: toolchain c.unknown-option
# needs: gcc clang
echo 'int main(void) { return 0; }' > main.c
gcc -std=c42 -c main.c; gcc -mno-such-cpu-feature -c main.c; clang -fno-such-feature -c main.c; clang -std=c42 -c main.c
