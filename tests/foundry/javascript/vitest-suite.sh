# expect: crash js.node-type-error
# needs: vitest0 vitest3 vitest4
echo '{"name": "shop", "type": "module"}' >package.json
echo "import { test } from 'vitest'; const price = undefined; price.total(); test('adds', () => {})" >basket.test.js
for version in 0 3 4; do
  ln -sfn /tmp/tools/managers/vitest$version/node_modules node_modules
  vitest$version run
done
