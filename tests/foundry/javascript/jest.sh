# expect: test_failure js.jest-test
# needs: jest
echo '{"name": "shop"}' >package.json
echo "describe('basket', () => {
  test('adds', () => expect(1 + 1).toBe(3))
  test('is empty', () => {})
  test('throws', () => { undefined.name })
})" >a.test.js
jest --ci a.test.js
