# expect: infrastructure js.playwright-port
# needs: playwright1.40 python3
ln -sfn /tmp/tools/managers/playwright1.40/node_modules node_modules
python3 -m http.server --bind 127.0.0.1 3456 >/dev/null 2>&1 &
sleep 1
echo "module.exports = {webServer: {command: 'python3 -m http.server 3456', url: 'http://127.0.0.1:3456'}}" >playwright.config.js
echo "const { test } = require('@playwright/test'); test('opens', () => {})" >basket.spec.js
playwright1.40 test; status=$?
kill $!; exit $status
