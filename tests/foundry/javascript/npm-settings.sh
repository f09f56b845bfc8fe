# expect: success
# needs: npm
echo '{"name": "shop", "version": "1.0.0", "scripts": {"test": "node --test"}}' >package.json
echo 'prefix=/tmp/foundry/home/npm' >.npmrc
echo "require('node:test')('sums prices', () => {})" >prices.test.js
npm install && npm test
