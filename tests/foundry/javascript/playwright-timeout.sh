# expect: test_timeout js.test-timeout
# needs: playwright1.22 playwright1.55 chromium
for version in 1.22 1.55; do
  ln -sfn /tmp/tools/managers/playwright$version/node_modules node_modules
  echo "module.exports = {timeout: 2000, use: {launchOptions: {executablePath: '/usr/lib/chromium/chromium', args: ['--no-sandbox']}}}" >playwright.config.js
  echo "const { test, expect } = require('@playwright/test')
test('pays', async ({ page }) => { await page.setContent('<h1>3</h1>'); await page.click('#pay') })" >basket.spec.js
  playwright$version test --workers 1
done
