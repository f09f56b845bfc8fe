# expect: toolchain js.karma-binary
# needs: karma karma-firefox
mkdir bin; for tool in node env which ln timeout; do ln -s $(command -v $tool) bin/$tool; done    # an image without browsers
PATH=$PWD/bin:/tmp/tools/managers/bin
ln -sfn /tmp/tools/managers/karma-firefox/node_modules node_modules
echo "module.exports = c => c.set({frameworks: ['jasmine'], browsers: ['FirefoxHeadless'], files: [], singleRun: true, plugins: ['karma-jasmine', 'karma-firefox-launcher']})" >karma.conf.js
timeout 20 karma-firefox start --no-colors
ln -sfn /tmp/tools/managers/karma/node_modules node_modules
echo "module.exports = c => c.set({frameworks: ['jasmine'], browsers: ['ChromeHeadless'], files: [], singleRun: true, plugins: ['karma-jasmine', 'karma-chrome-launcher']})" >karma.conf.js
timeout 20 karma6 start --no-colors
