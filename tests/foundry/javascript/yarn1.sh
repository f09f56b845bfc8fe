# expect: configuration_error js.yarn-missing-script
# needs: yarn1
echo '{"name": "shop", "license": "MIT", "scripts": {"test": "exit 1"}}' >package.json
yarn1 tset
