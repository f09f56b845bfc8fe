# expect: import_error crystal.file
# needs: crystal
printf 'require "./prices"\n' >shop.cr
crystal build --no-color shop.cr
