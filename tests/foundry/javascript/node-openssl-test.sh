# expect: toolchain js.node-openssl
# needs: node
echo "const test = require('node:test'), { createHash, createHmac } = require('crypto'); test('hash', () => createHash('md4')); test('key', () => createHmac('md4', 'k')); test('name', () => createHash('md99'));" >a.test.js
node --test --test-reporter=spec a.test.js; node --test --test-reporter=tap a.test.js
