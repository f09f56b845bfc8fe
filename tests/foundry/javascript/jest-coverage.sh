# expect: quality_gate js.coverage
# needs: jest
echo '{"name": "shop", "jest": {"coverageThreshold": {"global": {"lines": 90}}}}' >package.json
echo "exports.a = () => 1
exports.b = () => {
  return 2
}" >a.js
echo "test('a', () => expect(require('./a').a()).toBe(1))" >a.test.js
jest --ci --coverage
