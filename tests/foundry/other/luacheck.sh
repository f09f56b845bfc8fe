# expect: lint lua.check
# needs: luacheck
printf 'local unused = 1\ntotal = 2\nif x then end\n' > cart.lua
luacheck --no-color cart.lua
