# expect: success
# needs: node
echo "const { test } = require('node:test'); test('1..0 not ok', () => {}); test('later', { todo: true }, () => { throw 1 })" >a.test.js
node --test --test-reporter=tap
