# expect: link_error c.relocation
# needs: gcc ld.lld
echo 'int level = 3; int *where(void) { return &level; }' > level.c
gcc -fno-pic -mcmodel=small -c level.c
gcc -shared level.o -o liblevel.so; gcc -fuse-ld=lld -shared level.o -o liblevel.so
