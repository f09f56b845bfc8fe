# expect: crash js.playwright-worker
# needs: playwright1.40 playwright1.55
echo "const { test } = require('@playwright/test'); test('opens', async () => { process.kill(process.pid, 'SIGSEGV'); await new Promise(r => setTimeout(r, 500)) })" >basket.spec.js
for version in 1.40 1.55; do
  ln -sfn /tmp/tools/managers/playwright$version/node_modules node_modules
  playwright$version test
done
