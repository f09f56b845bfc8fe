# expect: dependency_missing lua.module
# needs: lua5.4
echo 'local m = require("shop.money")' > cart.lua
lua5.4 cart.lua
