# expect: success
# needs: mocha-npm
mkdir test; echo "describe('basket', () => {
  it('throws AssertionError: not equal', () => {})
  it('2 failing tests', () => {}); it.skip('SyntaxError: Unexpected token', () => {})
})" >test/a.js
mocha-npm
