# expect: test_failure js.jest-expect
# needs: jest30
echo '{"name": "shop"}' >package.json
echo "afterEach(() => { expect(1).toBe(2) }); test('late', done => { setTimeout(() => { done() }, 10); done(); done() })
test('logs late', () => { setTimeout(() => console.log('late'), 5) })" >basket.test.js
jest30 --ci
