# expect: import_error js.test-word-not-defined
# needs: node
echo "describe('sum', () => { it('adds', () => {}); });" >a.test.js
echo "import test from 'node:test'; beforeEach(() => {}); test('sum', () => {});" >b.test.mjs
echo "const test = require('node:test'); test('sum', () => { before(() => {}); });" >c.test.js
node --test --test-reporter=tap; node --test --test-reporter=spec; node b.test.mjs
