# expect: success
# needs: gcc clang
cat > dup.c <<'C'
int main(void) { return (int)strlen("") + 0; }
C
gcc -std=c11 -o dup dup.c && clang -std=c11 -o dup dup.c && ./dup && echo built
