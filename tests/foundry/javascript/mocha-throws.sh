# expect: test_failure js.mocha-error
# needs: mocha-npm mocha6
echo "describe('basket', () => { it('adds', () => { throw new Error('no price') }) })" >basket.js
mocha6 basket.js; mocha-npm basket.js
