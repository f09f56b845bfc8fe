# expect: compile_error compiler.error
# needs: nim
printf 'let a = 1\necho totl + a\n' >shop.nim
nim c --hints:off --nimcache:cache shop.nim
