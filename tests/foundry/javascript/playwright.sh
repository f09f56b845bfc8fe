# expect: test_failure js.playwright-test
# needs: playwright
ln -s /tmp/tools/node/node_modules node_modules
echo "const { test, expect } = require('@playwright/test')
test('adds', () => { expect(1 + 1).toBe(3) }); test('is empty', () => {})" >a.spec.js
playwright test
