# expect: success
# needs: node
echo "const { test } = require('node:test')
test('not ok', () => {}); test('skip me', { skip: true }, () => {}); test('todo', { todo: true }, () => { throw 1 })" >a.test.js
node --test --test-reporter=tap; node --test --test-reporter=spec
