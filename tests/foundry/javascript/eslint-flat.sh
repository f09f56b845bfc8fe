# expect: configuration_error js.eslint-flat
# needs: eslint9
echo 'var total = 1' >total.js
echo "module.exports = [{env: {node: true}, rules: {'no-undef': 2}}]" >eslint.config.js
eslint9 total.js
echo "module.exports = [{extends: ['eslint:recommended']}]" >eslint.config.js
eslint9 total.js
echo "module.exports = [{plugins: ['shop']}]" >eslint.config.js
eslint9 total.js
