# expect: configuration_error js.vitest-reporter
# needs: vitest3 vitest4
echo '{"name": "shop", "type": "module"}' >package.json
ln -s /tmp/tools/managers/vitest3/node_modules node_modules
echo "import { test } from 'vitest'; test('adds', () => {})" >a.test.js
vitest3 run --reporter=basics
rm node_modules; ln -s /tmp/tools/managers/vitest4/node_modules node_modules
vitest4 run --reporter=basic
