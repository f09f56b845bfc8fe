# expect: test_failure wdio.test
# needs: wdio chromium chromedriver
ln -s /tmp/tools/managers/wdio/node_modules node_modules; echo '{"name": "shop", "type": "module"}' >package.json
cat >wdio.conf.js <<'END'
export const config = {specs: ['./basket.e2e.js'], framework: 'mocha', reporters: ['spec'], logLevel: 'error', capabilities: [{browserName: 'chrome', 'wdio:chromedriverOptions': {binary: '/usr/bin/chromedriver'}, 'goog:chromeOptions': {binary: '/usr/lib/chromium/chromium', args: ['--headless=new', '--no-sandbox']}}]}
END
cat >basket.e2e.js <<'END'
import { strict as assert } from 'node:assert'
describe('basket', () => { it('adds', async () => { await browser.url('data:text/html,<h1>3</h1>'); assert.equal(await browser.getTitle(), '4') }) })
END
timeout 100 wdio run wdio.conf.js
