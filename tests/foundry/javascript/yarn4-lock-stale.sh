# expect: dependency_missing js.yarn4-not-installed
# needs: yarn3 yarn4
echo '{"name": "shop", "scripts": {"test": "node -e 0"}}' >package.json
touch yarn.lock
yarn3 test
yarn4 test
