# expect: test_timeout js.node-timeout
# needs: node
cat >a.test.js <<'J'
const test = require('node:test');
test('adds', () => {});
test('waits', { timeout: 30 }, () => new Promise(() => setTimeout(() => {}, 100)));
J
node --test --test-reporter=tap
