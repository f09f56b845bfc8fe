# expect: crash lua.nil
# needs: lua5.4
printf 'local cart\nprint(cart.total)\n' > a.lua; printf 'total(1)\n' > b.lua; printf 'print(nil + 1)\n' > c.lua
lua5.4 a.lua; lua5.4 b.lua; lua5.4 c.lua
