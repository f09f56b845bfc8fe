# expect: dependency_missing js.browser-libraries
# needs: playwright1.40 chromium unshare
ln -sfn /tmp/tools/managers/playwright1.40/node_modules node_modules
revision=$(node -p "JSON.parse(fs.readFileSync('node_modules/playwright-core/browsers.json')).browsers.find(b => b.name === 'chromium').revision")
export PLAYWRIGHT_BROWSERS_PATH=$HOME/browsers
folder=$PLAYWRIGHT_BROWSERS_PATH/chromium-$revision; mkdir -p $folder/chrome-linux; touch $folder/INSTALLATION_COMPLETE
ln -s /usr/lib/chromium/chromium $folder/chrome-linux/chrome    # a browser is there, one of its libraries is not
echo "const { test } = require('@playwright/test'); test('opens', async ({ page }) => { await page.goto('about:blank') })" >basket.spec.js
unshare --mount bash -c 'mount -t tmpfs none /usr/lib/x86_64-linux-gnu/pulseaudio && playwright1.40 test --workers 1'
