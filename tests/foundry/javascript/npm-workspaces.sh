# expect: configuration_error js.npm-workspace
# needs: npm npm8
echo '{"name": "shop", "workspaces": ["packages/*"]}' >package.json; mkdir -p packages/basket packages/till; echo '{"name": "basket", "version": "1.0.0"}' >packages/basket/package.json
npm8 test -w prices; npm test -w prices
echo '{"name": "basket", "version": "1.0.0"}' >packages/till/package.json
npm install
echo '{"name": "shop"}' >package.json
npm run lint --workspaces
