# expect: test_failure js.assertion
# needs: mocha-npm
mkdir test; echo "const a = require('assert')
describe('basket', () => {
  it('adds', () => a.strictEqual(1 + 1, 3))
  it('is empty', () => {})
  it('throws', () => { undefined.name })
})" >test/a.js
mocha-npm; mocha-npm -R dot
