# expect: syntax_error compiler.syntax
# needs: valac
printf 'void main () {\n  int n = 1\n}\n' >shop.vala
valac -C shop.vala
