# expect: import_error js.node-local-missing
# needs: jest
echo '{"name": "shop"}' >package.json
echo "require('./paint'); test('a', () => {})" >a.test.js
jest --ci
