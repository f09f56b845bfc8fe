# expect: dependency_missing compiler.module
# needs: ldc2
printf 'import prices;\nvoid main() {}\n' >shop.d
ldc2 -c shop.d
