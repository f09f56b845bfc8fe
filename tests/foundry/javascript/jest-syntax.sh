# expect: syntax_error js.babel-syntax
# needs: jest
echo '{"name": "shop"}' >package.json
echo "test('a', () => { const = 1 })" >a.test.js
jest --ci 2>&1 | grep -v "^ *at "; exit 1
