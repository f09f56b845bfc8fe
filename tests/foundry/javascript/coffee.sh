# expect: syntax_error js.coffee-syntax
# needs: coffee
printf 'a = (b ->\n    c\n' >a.coffee
coffee -c a.coffee
