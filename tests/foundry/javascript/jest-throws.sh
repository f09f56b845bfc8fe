# expect: test_failure js.jest-test-plain
# needs: jest29 jest30
echo '{"name": "shop"}' >package.json
echo "test('is empty', () => { undefined.total() })" >basket.test.js
echo "test('sums', () => { throw new Error('no price') })" >prices.test.js
jest29 --ci; jest30 --ci
