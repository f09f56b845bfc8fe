# expect: dependency_missing c.library-not-found
# needs: gcc ld.lld ld.gold
echo 'int main(void) { return 0; }' > main.c
gcc main.c -lsodium; gcc -fuse-ld=gold main.c -lsodium; gcc -fuse-ld=lld main.c -lsodium
