# expect: syntax_error compiler.syntax
# needs: nim
printf 'proc total(: int =\n  1\n' >shop.nim
nim c --hints:off --nimcache:cache shop.nim
