# expect: configuration_error js.npm-protocol
# needs: npm
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"basket": "workspace:*"}}' >package.json
npm install --offline
