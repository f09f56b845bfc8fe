# expect: compile_error proof.failed
# needs: dafny
printf 'method Total(a: int) returns (b: int)\n  ensures b > a\n{\n  b := a;\n}\n' >shop.dfy
dafny shop.dfy /compile:0
