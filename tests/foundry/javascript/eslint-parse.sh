# expect: syntax_error js.eslint-parse
# needs: eslint9
echo "module.exports = []" >eslint.config.js
echo "function f( {" >a.js
eslint9 a.js
