# expect: crash js.karma-error
# needs: karma6 chromium
ln -s /tmp/tools/managers/karma/node_modules node_modules
echo "module.exports = c => c.set({frameworks: ['jasmine'], browsers: ['Plain'], customLaunchers: {Plain: {base: 'ChromeHeadless', flags: ['--no-sandbox']}}, files: ['basket.js'], singleRun: true})" >karma.conf.js
echo "prices.total(); describe('basket', () => { it('adds', () => {}) })" >basket.js
CHROME_BIN=/usr/lib/chromium/chromium timeout 60 karma6 start --no-colors
