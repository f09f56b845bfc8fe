# expect: compile_error crystal.error
# needs: crystal
printf 'a = 1\nputs totl + a\n' >shop.cr
crystal build --no-color shop.cr
