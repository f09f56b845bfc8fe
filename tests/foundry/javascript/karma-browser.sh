# expect: toolchain js.karma-binary
# needs: karma
ln -s /tmp/tools/node/node_modules node_modules
echo "module.exports = c => c.set({frameworks: ['jasmine'], browsers: ['Chrome'], files: [], singleRun: true, plugins: ['karma-jasmine', 'karma-chrome-launcher']})" >karma.conf.js
CHROME_BIN=/nowhere/chrome timeout 20 karma start --no-colors
