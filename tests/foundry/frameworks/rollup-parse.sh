# expect: syntax_error js.rollup-syntax
# needs: rollup3 rollup
echo 'import prices from "./prices.json"; console.log(prices)' >index.js; echo '{"apple": 1}' >prices.json
rollup index.js -f cjs; rollup3 index.js -f cjs
