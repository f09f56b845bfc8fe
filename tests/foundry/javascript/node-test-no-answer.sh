# expect: test_timeout tests.no-answer
# needs: node
cat >a.test.js <<'J'
const test = require('node:test');
const within = (ms, what) => new Promise((_, reject) => setTimeout(() => reject(new Error(`${what} within ${ms} ms`)), ms));
test('adds', () => {});
test('polls', () => within(30, 'GET /poll: no answer from 127.0.0.1'));
test('starts', () => within(20, 'the server did not become ready'));
J
node --test --test-reporter=spec a.test.js; node --test --test-reporter=tap a.test.js
