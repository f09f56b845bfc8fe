# expect: dependency_missing js.node-package-missing
# needs: jest
echo '{"name": "shop"}' >package.json
echo "require('chalk'); test('a', () => {})" >a.test.js
jest --ci
