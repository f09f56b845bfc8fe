# expect: import_error js.node-local-missing
# needs: playwright1.22 playwright1.40 playwright1.55
echo "const { test } = require('@playwright/test'); test('opens', () => {})" >basket.spec.js
echo "require('./prices')" >server.js
echo "module.exports = {webServer: {command: 'node server.js', url: 'http://127.0.0.1:3456'}}" >playwright.config.js
for version in 1.22 1.40 1.55; do
  ln -sfn /tmp/tools/managers/playwright$version/node_modules node_modules
  playwright$version test
done
