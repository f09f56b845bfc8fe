# expect: test_failure js.vitest-test
# needs: vitest
ln -s /tmp/tools/node/node_modules node_modules; echo '{"name": "shop", "type": "module"}' >package.json
echo "import { test, expect, describe } from 'vitest'
describe('basket', () => {
  test('adds', () => expect(1 + 1).toBe(3))
  test('is empty', () => {})
})" >a.test.js
vitest run
