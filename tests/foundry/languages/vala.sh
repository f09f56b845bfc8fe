# expect: type_error compiler.type
# needs: valac
printf 'void main () {\n  int n = "three";\n  totl = 2;\n}\n' >shop.vala
valac -C shop.vala
