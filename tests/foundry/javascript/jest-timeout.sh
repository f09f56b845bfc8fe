# expect: test_timeout js.test-timeout
# needs: jest27 jest30
echo '{"name": "shop"}' >package.json
echo "test('waits', async () => { await new Promise(() => {}) }, 300)
beforeAll(done => {}, 200)" >basket.test.js
jest27 --ci; jest30 --ci
