# expect: test_failure tap.not-ok
# needs: node
echo "const test = require('node:test'); test('reads', () => require('node:fs').readFileSync('data/oslo.json'));" >a.test.js
node --test
