# expect: link_error c.multiple-definition
# needs: gcc ld.lld ld.gold
echo 'int limit = 1; int main(void) { return limit; }' > main.c
echo 'int limit = 2;' > config.c
gcc -c main.c config.c
gcc main.o config.o; gcc -fuse-ld=gold main.o config.o; gcc -fuse-ld=lld main.o config.o
