# expect: syntax_error crystal.syntax
# needs: crystal
printf 'def total(a\n  a\nend\n' >shop.cr
crystal build --no-color shop.cr
