# expect: test_failure js.mocha-error
# needs: mocha-npm mocha6
echo "describe('basket', () => { before(() => { undefined.total() }); it('adds', () => {}) })" >basket.js
mocha6 basket.js; mocha-npm basket.js
