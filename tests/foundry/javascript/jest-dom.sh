# expect: configuration_error js.jest-environment
# needs: jest27 jest30
echo '{"name": "shop"}' >package.json
echo "test('shows the total', () => { document.body.innerHTML = 1 })
test('keeps the basket', () => { window.localStorage.clear() })" >basket.test.js
jest27 --ci; jest30 --ci
