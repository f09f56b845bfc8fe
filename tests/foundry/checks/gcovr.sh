# expect: quality_gate checks.gcovr
# needs: gcovr
printf 'int main(int n, char **v) { if (n > 1) {\n return 1;\n }\n return 0; }\n' >shop.c
gcc --coverage -o shop shop.c; ./shop; gcovr --fail-under-line 90
