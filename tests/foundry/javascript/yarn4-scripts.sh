# expect: configuration_error js.yarn-missing-script
# needs: yarn4
echo '{"name": "shop", "scripts": {"test": "exit 1"}}' >package.json
yarn4 install --no-immutable
yarn4 test
yarn4 run tset
