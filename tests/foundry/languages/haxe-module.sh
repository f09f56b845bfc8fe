# expect: dependency_missing haxe.module
# needs: haxe
printf 'import prices.Basket;\nclass Shop { static function main() {} }\n' >Shop.hx
haxe --main Shop --interp
