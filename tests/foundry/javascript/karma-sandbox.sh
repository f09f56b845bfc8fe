# expect: configuration_error setup.browser-sandbox
# needs: karma6 chromium
ln -s /tmp/tools/managers/karma/node_modules node_modules
echo "module.exports = c => c.set({frameworks: ['jasmine'], browsers: ['ChromeHeadless'], files: [], singleRun: true})" >karma.conf.js
CHROME_BIN=/usr/lib/chromium/chromium timeout 60 karma6 start --no-colors
