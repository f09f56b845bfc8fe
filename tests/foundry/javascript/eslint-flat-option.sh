# expect: configuration_error js.eslint-flat
# needs: eslint9
echo 'var total = 1' >total.js; echo "module.exports = []" >eslint.config.js
eslint9 --ext .js .
eslint9 --no-eslintrc total.js
