# expect: crash lua.error
# needs: lua5.4
printf 'assert(1 + 1 == 3, "adds")\n' >shop.lua
lua5.4 shop.lua
