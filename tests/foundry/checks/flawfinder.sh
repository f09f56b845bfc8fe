# expect: security_finding checks.flawfinder
# needs: flawfinder
printf '#include <string.h>\nvoid f(char *a, char *b) { strcpy(a, b); gets(a); }\n' >shop.c
flawfinder --error-level=4 shop.c
