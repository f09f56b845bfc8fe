# expect: test_failure js.assertion
# needs: node
echo "const { test } = require('node:test'); const a = require('assert')
test('adds', () => a.strictEqual(2, 3)); test('is empty', () => {})
test('waits', { timeout: 30 }, () => new Promise(() => setTimeout(() => {}, 100)))" >a.test.js
node --test --test-reporter=spec
