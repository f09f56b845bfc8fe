# expect: success
# needs: jest27
echo "test('is empty', () => {})" >basket.test.js
echo '{"name": "shop", "jest": {"verbose": true}}' >package.json; echo 'module.exports = {}' >jest.config.js
jest27 --ci
