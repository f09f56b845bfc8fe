# expect: import_error js.node-closed-package
# needs: node
mkdir -p node_modules/closed/lib test
echo '{ "name": "closed", "exports": { ".": "./lib/a.js" } }' > node_modules/closed/package.json
echo "require('node:test').test('about', () => { require('closed/package.json'); });" > test/a.test.js
node --test test/
