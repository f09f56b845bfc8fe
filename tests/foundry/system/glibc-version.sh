# expect: toolchain c.library-version
# needs: gcc
echo 'int low(void) { return 0; }' > low.c && echo 'int low(void); int main(void) { return low(); }' > main.c
echo 'LOW_2.1 { low; };' > new.map
gcc -shared -fPIC -o liblow.so -Wl,--version-script=new.map low.c && gcc -o main main.c ./liblow.so -Wl,-rpath,.
echo 'LOW_2.0 { low; };' > old.map
gcc -shared -fPIC -o liblow.so -Wl,--version-script=old.map low.c
./main
