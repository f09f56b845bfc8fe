# expect: dependency_missing js.karma-launcher
# needs: karma karma6
ln -s /tmp/tools/node/node_modules node_modules
echo "module.exports = c => c.set({frameworks: ['jasmine'], browsers: ['ChromeHeadless'], files: [], singleRun: true, plugins: ['karma-jasmine']})" >karma.conf.js
timeout 20 karma start --no-colors
echo "module.exports = c => c.set({frameworks: ['jasmine'], browsers: [], reporters: ['coverage'], files: [], singleRun: true, plugins: ['karma-jasmine']})" >karma.conf.js
timeout 20 karma6 start --no-colors
echo "module.exports = c => c.set({frameworks: ['mocha'], browsers: ['jsdom'], files: [], singleRun: true, plugins: ['karma-jasmine', 'karma-webpack', 'karma-jsdom-launcher']})" >karma.conf.js
timeout 20 karma start --no-colors
