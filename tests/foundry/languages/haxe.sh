# expect: compile_error haxe.error
# needs: haxe
printf 'class Shop {\n  static function main() {\n    var n:Int = "three";\n    trace(totl);\n  }\n}\n' >Shop.hx
haxe --main Shop --interp
