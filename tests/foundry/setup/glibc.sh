# expect: toolchain setup.glibc
# needs: gcc
printf 'int shop(void); int main(void) { return shop(); }\n' >main.c
printf 'int shop(void) { return 0; }\n' >shop.c && printf 'GLIBC_9.99 { global: shop; };\n' >shop.map
gcc -shared -fPIC -Wl,--version-script=shop.map -o libshop.so shop.c && gcc main.c -L. -lshop -o till
printf 'GLIBC_2.1 { global: shop; };\n' >shop.map && gcc -shared -fPIC -Wl,--version-script=shop.map -o libshop.so shop.c
LD_LIBRARY_PATH=. ./till
