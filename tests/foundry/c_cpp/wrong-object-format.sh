# expect: link_error c.object-format
# needs: gcc
echo 'int main(void) { return 0; }' > main.c
echo 'not an object' > helper.o
gcc main.c helper.o
