# expect: lint lint.jscs
# needs: jscs1 node10
printf "var a = 'x'\nif(a){ total( 'x' ) }\n" >shop.js
echo '{"preset": "google", "validateQuoteMarks": "\""}' >.jscsrc
node10 "$(command -v jscs1)" shop.js
