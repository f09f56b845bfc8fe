# expect: crash js.jest-worker-crash
# needs: jest27 jest29
echo '{"name": "shop"}' >package.json
echo "test('counts every price', () => { process.abort() })" >prices.test.js
echo "test('is empty', () => { process.exit(3) })" >basket.test.js
jest29 --ci -w 2 --cacheDirectory cache29; jest27 --ci -w 2 --cacheDirectory cache27
