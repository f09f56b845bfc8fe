# expect: configuration_error js.yarn4-outside
# needs: yarn3 yarn4
echo '{"name": "shop", "workspaces": ["apps/*"]}' >package.json; touch yarn.lock
mkdir till; echo '{"name": "till", "scripts": {"test": "node -e 0"}}' >till/package.json
cd till; yarn3 install; yarn4 install
