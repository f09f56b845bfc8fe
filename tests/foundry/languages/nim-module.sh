# expect: dependency_missing compiler.module
# needs: nim
printf 'import prices\necho 1\n' >shop.nim
nim c --hints:off --nimcache:cache shop.nim
