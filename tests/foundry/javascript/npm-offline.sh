# expect: dependency_missing js.npm-offline
# needs: npm
echo '{"name": "shop", "dependencies": {"left": "^1.0.0", "@shop/right": "^2.0.0"}}' >package.json
npm install --offline
echo '{"name": "shop", "dependencies": {"@shop/right": "^2.0.0"}}' >package.json
npm install --offline
