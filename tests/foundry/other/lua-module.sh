# expect: dependency_missing other.lua-module
# needs: lua5.4
echo 'local m = require("shop.money")' > cart.lua
lua5.4 cart.lua
