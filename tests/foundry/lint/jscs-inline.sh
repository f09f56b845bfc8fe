# expect: lint lint.compact
# needs: jscs
printf "var a = 1\nif(a){ total( 'x' ) }\n" >shop.js
echo '{"preset":"google"}' >.jscsrc
jscs -r inline shop.js
