# expect: test_failure js.playwright-snapshot
# needs: playwright1.22 playwright1.55 chromium
for version in 1.22 1.55; do
  ln -sfn /tmp/tools/managers/playwright$version/node_modules node_modules
  echo "module.exports = {use: {launchOptions: {executablePath: '/usr/lib/chromium/chromium', args: ['--no-sandbox']}}, projects: [{name: 'shop$version'}]}" >playwright.config.js
  echo "const { test, expect } = require('@playwright/test')
test('total', async ({ page }) => { await page.setContent('<h1>' + (process.env.TOTAL || 1) + '</h1>'); await expect(page).toHaveScreenshot('total.png') })
test('list', () => { expect('left ' + process.env.TOTAL).toMatchSnapshot('list.txt') })" >basket.spec.js
  playwright$version test
  TOTAL=200 playwright$version test
done
