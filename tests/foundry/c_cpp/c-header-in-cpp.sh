# expect: link_error c.undefined-reference
# needs: gcc g++ ld.lld ld.gold
echo 'int add(int a, int b);' > sum.h
echo '#include "sum.h"
int add(int a, int b) { return a + b; }' > sum.c
echo '#include "sum.h"
int main() { return add(1, -1); }' > main.cpp
gcc -c sum.c; g++ -c main.cpp
g++ main.o sum.o -o main; g++ -fuse-ld=gold main.o sum.o -o main; g++ -fuse-ld=lld main.o sum.o -o main
