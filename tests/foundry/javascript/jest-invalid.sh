# expect: configuration_error js.jest-options
# needs: jest27 jest30
echo "test('is empty', () => {})" >basket.test.js
echo '{"name": "shop", "jest": {"testMatch": ["a"], "testRegex": "b"}}' >package.json
jest27 --ci; jest30 --ci
echo '{"name": "shop", "jest": {"testTimeout": "5s"}}' >package.json
jest27 --ci; jest30 --ci
