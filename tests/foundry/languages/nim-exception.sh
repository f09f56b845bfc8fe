# expect: crash nim.exception
# needs: nim
printf 'proc run() =\n  raise newException(ValueError, "no prices")\nrun()\n' >shop.nim
nim c -r --hints:off --nimcache:cache shop.nim
