# expect: test_failure js.karma-test
# needs: karma6 chromium
ln -s /tmp/tools/managers/karma/node_modules node_modules
echo "module.exports = c => c.set({frameworks: ['jasmine'], browsers: ['Plain'], customLaunchers: {Plain: {base: 'ChromeHeadless', flags: ['--no-sandbox']}}, files: ['basket.js'], singleRun: true})" >karma.conf.js
echo "describe('basket', () => { it('adds', () => expect(1 + 1).toBe(3)); it('counts', () => { basket.total() }) })" >basket.js
CHROME_BIN=/usr/lib/chromium/chromium timeout 60 karma6 start --no-colors
