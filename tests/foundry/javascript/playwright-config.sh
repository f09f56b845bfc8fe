# expect: configuration_error js.playwright-config
# needs: playwright1.55
ln -sfn /tmp/tools/managers/playwright1.55/node_modules node_modules
echo "module.exports = {timeout: 'long'}" >playwright.config.js
echo "const { test } = require('@playwright/test'); test('opens', () => {})" >basket.spec.js
playwright1.55 test
echo "module.exports = {}" >playwright.config.js
playwright1.55 test --project shop
echo "const { test } = require('@playwright/test'); test('opens', async ({ pages }) => {}); test('opens', () => {})" >basket.spec.js
playwright1.55 test
