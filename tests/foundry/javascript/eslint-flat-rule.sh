# expect: configuration_error js.eslint-flat
# needs: eslint9
echo 'var total = 1' >total.js
echo "module.exports = [{rules: {'shop/no-price': 2}}]" >eslint.config.js
eslint9 total.js
echo "module.exports = [{ecmaVersion: 2020}]" >eslint.config.js
eslint9 total.js
