# expect: syntax_error lua.syntax
# needs: lua5.4 luac5.4
printf 'function total(p)\n  return p +\nend\n' > a.lua; printf 'function f()\n  x = 1\n' > b.lua
luac5.4 -p b.lua; lua5.4 a.lua
