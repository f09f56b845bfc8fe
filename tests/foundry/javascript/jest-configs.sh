# expect: configuration_error config.many
# needs: jest29
echo "test('is empty', () => {})" >basket.test.js
echo '{"name": "shop", "jest": {"verbose": true}}' >package.json; echo 'module.exports = {}' >jest.config.js
jest29 --ci
