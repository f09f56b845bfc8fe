# expect: link_error c.symbol-lookup
# needs: gcc
echo 'int two(void) { return 2; }' > two.c; echo 'int two(void); int main(void) { return two() - 2; }' > main.c
gcc -shared -fPIC two.c -o libtwo.so; gcc main.c -L. -ltwo -Wl,-rpath,. -o main
echo 'int three(void) { return 3; }' > three.c; gcc -shared -fPIC three.c -o libtwo.so
./main
