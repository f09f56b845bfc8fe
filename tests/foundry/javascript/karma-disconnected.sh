# expect: flaky_test js.karma-disconnected
# needs: karma6 chromium
ln -s /tmp/tools/managers/karma/node_modules node_modules
echo "module.exports = c => c.set({frameworks: ['jasmine'], browsers: ['Plain'], customLaunchers: {Plain: {base: 'ChromeHeadless', flags: ['--no-sandbox']}}, files: ['basket.js'], singleRun: true, browserNoActivityTimeout: 4000})" >karma.conf.js
echo "describe('basket', () => { it('is empty', () => expect(0).toBe(0)); it('counts', () => { while (true) {} }) })" >basket.js
CHROME_BIN=/usr/lib/chromium/chromium timeout 60 karma6 start --no-colors
