# expect: test_failure js.karma-test
# needs: karma
ln -s /tmp/tools/node/node_modules node_modules
echo "module.exports = c => c.set({frameworks: ['jasmine'], browsers: ['jsdom'], files: ['a.js'], singleRun: true, plugins: ['karma-jasmine', 'karma-jsdom-launcher']})" >karma.conf.js
echo "describe('basket', () => { it('adds', () => expect(1 + 1).toEqual(3)); it('is empty', () => expect(0).toBe(0)) })" >a.js
karma start --no-colors
