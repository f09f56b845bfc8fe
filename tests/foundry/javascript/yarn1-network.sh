# expect: network js.yarn-network
# needs: yarn1
echo '{"name": "shop", "license": "MIT", "dependencies": {"left": "^1.0.0"}}' >package.json
YARN_REGISTRY=http://127.0.0.1:9 timeout 100 yarn1 install --network-timeout 500
