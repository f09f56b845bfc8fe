# expect: lint lint.jscs
# needs: jscs
printf "var a = 1\nif(a){ total( 'x' ) }\n" >shop.js
echo '{"preset":"google"}' >.jscsrc
jscs shop.js
