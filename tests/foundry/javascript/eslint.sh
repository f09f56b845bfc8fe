# expect: lint js.eslint
# needs: eslint8 eslint9
echo '{"root": true, "extends": "eslint:recommended", "env": {"node": true}, "parserOptions": {"ecmaVersion": 2020}, "rules": {"semi": "error", "no-console": "warn"}}' >.eslintrc.json
echo "const a = 1
console.log(b)" >a.js
eslint8 a.js; eslint8 -f compact a.js; eslint8 -f unix a.js
echo "module.exports = [{rules: {'no-undef': 2, 'no-unused-vars': 1}}]" >eslint.config.js
eslint9 a.js
