# expect: dependency_missing js.node-package-missing
# needs: mocha-npm
echo "describe('basket', () => { it('adds', () => {}) })" >basket.js
mocha-npm -r left-shelf/register basket.js
