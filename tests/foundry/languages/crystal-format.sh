# expect: format crystal.format
# needs: crystal
mkdir src; printf 'a =   1\n' >src/shop.cr
crystal tool format --check --no-color
