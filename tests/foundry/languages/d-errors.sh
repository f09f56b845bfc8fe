# expect: type_error compiler.type
# needs: ldc2
printf 'import std.stdio;\nvoid main() {\n  int n = "three";\n  writeln(totl);\n}\n' >shop.d
ldc2 -c shop.d
