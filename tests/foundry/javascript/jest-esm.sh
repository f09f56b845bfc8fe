# expect: configuration_error js.node-import-outside-module
# needs: jest27 jest30
echo '{"name": "shop"}' >package.json
mkdir -p node_modules/left; echo 'export const left = 1' >node_modules/left/index.js; echo '{"name": "left", "main": "index.js"}' >node_modules/left/package.json
echo "const { left } = require('left'); test('is empty', () => {})" >basket.test.js
jest27 --ci; jest30 --ci
