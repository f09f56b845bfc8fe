# expect: configuration_error js.no-tests
# needs: jest mocha-npm
echo '{"name": "shop"}' >package.json
mocha-npm; jest --ci
