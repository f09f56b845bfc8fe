# expect: test_failure js.ava-test
# needs: ava
mkdir node_modules; for m in ava; do ln -s /tmp/tools/node/node_modules/$m node_modules/$m; done; echo '{"name": "shop"}' >package.json
echo "const test = require('ava'); test('adds', t => t.is(2, 3)); test('empty', t => t.pass())" >test.js
ava
