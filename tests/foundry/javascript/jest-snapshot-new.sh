# expect: test_failure js.jest-snapshot-new
# needs: jest27 jest30
echo '{"name": "shop"}' >package.json
echo "test('prices look right', () => expect({left: 1}).toMatchSnapshot())" >prices.test.js
jest27 --ci; jest30 --ci
