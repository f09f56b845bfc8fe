# expect: missing_file c.object-missing
# needs: gcc
echo 'int main(void) { return 0; }' > main.c
gcc main.c missing.o
