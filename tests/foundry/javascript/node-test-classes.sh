# expect: test_failure tap.not-ok
# needs: node
cat >a.test.js <<'J'
const test = require('node:test');
class Base {}
class None extends Base { constructor() {} }
test('ticks', () => Base(1));
test('is made', () => new None());
J
node --test --test-reporter=spec a.test.js; node --test --test-reporter=tap a.test.js
