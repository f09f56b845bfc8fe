# expect: test_failure js.assertion
# needs: mocha-npm mocha6
echo "const assert = require('assert'); describe('basket', () => { it('adds', () => { assert.equal(1 + 1, 3) }); it('throws', () => { throw new Error('no price') }) })" >basket.js
mocha6 basket.js; mocha-npm basket.js
