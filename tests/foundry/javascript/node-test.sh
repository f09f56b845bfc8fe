# expect: test_failure tap.not-ok
# needs: node
echo "const { test } = require('node:test'); const a = require('assert')
test('adds', () => a.strictEqual(2, 3)); test('is empty', () => {}); test('later', { todo: true }, () => a(0))" >a.test.js
node --test --test-reporter=tap
