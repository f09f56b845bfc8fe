# expect: configuration_error js.npm-manifest
# needs: npm npm6
echo '{"name": "Shop Basket", "version": "1.0.0"}' >package.json
npm6 pack
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"left^": "1"}}' >package.json
npm install; npm6 install
echo '{"name": "shop", "version": "1.0.0", "overrides": {"left": "2.0.0"}, "dependencies": {"left": "1.0.0"}}' >package.json
npm install
