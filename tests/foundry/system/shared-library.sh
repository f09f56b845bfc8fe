# expect: dependency_missing c.shared-library-missing
# needs: gcc
echo 'int low(void) { return 0; }' > low.c && echo 'int low(void); int main(void) { return low(); }' > main.c
gcc -shared -fPIC -o liblow.so.3 -Wl,-soname,liblow.so.3 low.c && gcc -o main main.c ./liblow.so.3 && rm liblow.so.3
./main
