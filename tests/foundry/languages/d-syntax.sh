# expect: syntax_error compiler.syntax
# needs: ldc2
printf 'void main() {\n  int n = 1\n}\n' >shop.d
ldc2 -c shop.d
