# expect: dependency_missing js.jest-module
# needs: jest27 jest28 jest30
echo "test('is empty', () => {})" >basket.test.js
echo '{"name": "shop", "jest": {"transform": {"^.+.js$": "ts-jest"}}}' >package.json
jest27 --ci; jest30 --ci
echo '{"name": "shop", "jest": {"testEnvironment": "jsdom"}}' >package.json
jest28 --ci; jest30 --ci
echo '{"name": "shop", "jest": {"preset": "jest-expo"}}' >package.json
jest27 --ci; jest30 --ci
