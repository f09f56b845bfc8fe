# expect: dependency_missing js.vite-package-missing
# needs: vitest
ln -s /tmp/tools/node/node_modules node_modules; echo '{"name": "shop", "type": "module"}' >package.json
echo "import 'left-shelf'; import { test } from 'vitest'; test('a', () => {})" >a.test.js
echo "import './paint'; import { test } from 'vitest'; test('a', () => {})" >b.test.js
vitest run
