# expect: dependency_missing scheme.module
# needs: csc
printf '(import prices)\n(display 1)\n' >shop.scm
csc shop.scm
