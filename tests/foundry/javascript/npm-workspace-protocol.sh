# expect: configuration_error js.npm-protocol
# needs: npm npm6 npm8
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"basket": "workspace:*"}}' >package.json
npm6 install --offline
npm8 install --offline
npm install --offline
