# expect: type_error compiler.type
# needs: nim
printf 'proc total(a: int): int = a\necho total("three")\n' >shop.nim
nim c --hints:off --nimcache:cache shop.nim
