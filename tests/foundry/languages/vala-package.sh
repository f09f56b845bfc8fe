# expect: dependency_missing vala.package
# needs: valac
printf 'void main () {}\n' >shop.vala
valac -C --pkg libprices-9 shop.vala
