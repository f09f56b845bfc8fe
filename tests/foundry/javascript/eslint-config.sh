# expect: configuration_error js.eslint-config
# needs: eslint8 eslint9
echo "b()" >a.js
eslint8 --no-eslintrc --config nowhere.json a.js
eslint8 a.js
eslint9 a.js
echo "module.exports = [{rules: {'no-undeff': 2}}]" >eslint.config.js
eslint9 a.js
