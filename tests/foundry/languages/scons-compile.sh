# expect: compile_error c.undeclared
# needs: scons
printf 'Program("shop", ["shop.c"])\n' >SConstruct; printf 'int main() { return totl; }\n' >shop.c
scons
