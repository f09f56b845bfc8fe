# expect: success
# needs: vitest
ln -s /tmp/tools/node/node_modules node_modules; echo '{"name": "shop", "type": "module"}' >package.json
echo "import { test } from 'vitest'; test('AssertionError: expected 1 to be 2', () => {})" >a.test.js
vitest run --reporter=verbose
