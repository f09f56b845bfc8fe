# expect: syntax_error js.babel-syntax
# needs: playwright1.22 playwright1.55
echo "const { test } = require('@playwright/test'); test('opens', async () => {" >basket.spec.js
for version in 1.22 1.55; do
  ln -sfn /tmp/tools/managers/playwright$version/node_modules node_modules
  playwright$version test
done
