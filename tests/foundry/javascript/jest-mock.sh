# expect: test_failure js.jest-test
# needs: jest29
echo '{"name": "shop"}' >package.json
echo "describe('basket', () => { test('pays', () => { const pay = jest.fn(); pay(1); expect(pay).toHaveBeenCalledWith(2) })
test('waits', async () => { await expect(Promise.reject(new Error('no price'))).resolves.toBe(1) })
test('prices', () => { expect({left: 1, right: [1, 2]}).toEqual({left: 1, right: [1, 3]}) }) })" >basket.test.js
jest29 --ci
