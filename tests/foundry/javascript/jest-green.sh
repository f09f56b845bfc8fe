# expect: success
# needs: jest
echo '{"name": "shop"}' >package.json
echo "test('error: cannot find module', () => console.error('Error: Cannot find module in the basket'))
test('fails on purpose', () => expect(() => { throw new TypeError('x') }).toThrow())" >a.test.js
jest --ci --verbose
