# expect: network js.browser-refused
# needs: playwright1.55 chromium
ln -sfn /tmp/tools/managers/playwright1.55/node_modules node_modules
echo "module.exports = {use: {launchOptions: {executablePath: '/usr/lib/chromium/chromium', args: ['--no-sandbox']}}}" >playwright.config.js
echo "const { test, expect } = require('@playwright/test')
test('opens', async ({ page }) => { await page.goto('http://127.0.0.1:3456/') })" >basket.spec.js
playwright1.55 test --workers 1
