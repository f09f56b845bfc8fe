# expect: configuration_error js.jest-module-file
# needs: jest27 jest30
echo "test('is empty', () => {})" >basket.test.js
echo '{"name": "shop", "jest": {"setupFilesAfterEnv": ["<rootDir>/test/setup.js"]}}' >package.json
jest27 --ci; jest30 --ci
echo '{"name": "shop", "jest": {"roots": ["prices"]}}' >package.json
jest27 --ci; jest30 --ci
echo '{"name": "shop", "jest": {"moduleNameMapper": {"^~/(.*)$": "<rootDir>/lib/$1"}}}' >package.json
echo "require('~/prices'); test('is empty', () => {})" >basket.test.js
jest30 --ci
