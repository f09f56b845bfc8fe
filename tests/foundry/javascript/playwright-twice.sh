# expect: dependency_conflict js.playwright-twice
# needs: playwright1.40 playwright1.55
ln -sfn /tmp/tools/managers/playwright1.40/node_modules node_modules
echo "const { test } = require('@playwright/test'); test('opens', () => {})" >basket.spec.js
playwright1.55 test
