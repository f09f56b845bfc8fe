# expect: lint js.eslint-max-warnings
# needs: eslint9
echo "module.exports = [{rules: {'no-undef': 1}}]" >eslint.config.js; echo "b()" >a.js
eslint9 a.js && eslint9 --max-warnings 0 a.js
