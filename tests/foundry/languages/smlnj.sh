# expect: type_error compiler.type
# needs: sml
printf 'val n : int = "three"\n' >shop.sml
sml shop.sml </dev/null
