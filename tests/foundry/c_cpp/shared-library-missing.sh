# expect: dependency_missing c.shared-library-missing
# needs: gcc
echo 'int two(void) { return 2; }' > two.c; echo 'int two(void); int main(void) { return two(); }' > main.c
gcc -shared -fPIC two.c -o libtwo.so; gcc main.c -L. -ltwo -o main; rm libtwo.so
./main
