# expect: test_failure js.vitest-test
# needs: vitest0 vitest1 vitest3 vitest4
echo '{"name": "shop", "type": "module"}' >package.json
echo "import { test, expect, describe } from 'vitest'
describe('basket', () => { test('adds', () => expect(1 + 1).toBe(3)); test('throws', () => { throw new Error('no price') }) })" >basket.test.js
for version in 0 1 3 4; do
  ln -sfn /tmp/tools/managers/vitest$version/node_modules node_modules
  vitest$version run
done
