# expect: toolchain c.library-version
# needs: gcc
echo 'int two(void) { return 2; }' > two.c; echo 'int two(void); int main(void) { return two() - 2; }' > main.c
echo 'TWO_2.1 { global: two; };' > new.map; echo 'TWO_1.0 { global: two; };' > old.map
gcc -shared -fPIC -Wl,--version-script=new.map two.c -o libtwo.so; gcc main.c -L. -ltwo -Wl,-rpath,. -o main
gcc -shared -fPIC -Wl,--version-script=old.map two.c -o libtwo.so
./main
