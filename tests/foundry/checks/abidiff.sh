# expect: api_contract_mismatch checks.abi
# needs: abidiff
printf 'int total(int a) { return a; } int tax(void) { return 1; }\n' >a.c; printf 'long total(int a, int b) { return a + b; }\n' >b.c
gcc -g -shared -fPIC -o a.so a.c; gcc -g -shared -fPIC -o b.so b.c; abidiff a.so b.so
