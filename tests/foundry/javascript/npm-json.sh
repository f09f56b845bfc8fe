# expect: configuration_error js.npm-bad-json
# needs: npm npm6
echo '{"name": "shop", "version": "1.0.0",}' >package.json
npm6 install
npm install
