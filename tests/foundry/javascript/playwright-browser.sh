# expect: toolchain js.browser-missing
# needs: playwright
ln -s /tmp/tools/node/node_modules node_modules
echo "const { test, expect } = require('@playwright/test'); test('opens', async ({ page }) => { await page.goto('http://127.0.0.1:9') })" >a.spec.js
playwright test
