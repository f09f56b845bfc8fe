# expect: dependency_missing js.vitest-dependency
# needs: vitest1 vitest3
echo '{"name": "shop", "type": "module"}' >package.json
echo "import { test } from 'vitest'; test('adds', () => { })" >basket.test.js
for version in 1 3; do
  ln -sfn /tmp/tools/managers/vitest$version/node_modules node_modules
  vitest$version run --coverage
done
