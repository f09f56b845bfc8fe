# expect: test_failure js.playwright-test
# needs: playwright1.22 playwright1.55 chromium
for version in 1.22 1.55; do
  ln -sfn /tmp/tools/managers/playwright$version/node_modules node_modules
  echo "module.exports = {timeout: 4000, expect: {timeout: 1000}, use: {launchOptions: {executablePath: '/usr/lib/chromium/chromium', args: ['--no-sandbox']}}}" >playwright.config.js
  echo "const { test, expect } = require('@playwright/test')
test('total', async ({ page }) => { await page.setContent('<h1>3</h1>'); await expect(page.locator('h1')).toHaveText('4') })" >basket.spec.js
  playwright$version test --workers 1
done
