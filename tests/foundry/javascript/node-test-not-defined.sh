# expect: test_failure tap.not-ok
# needs: node
echo "const test = require('node:test'); test('read', () => fs.readFileSync('a'));" >a.test.js
node --test
