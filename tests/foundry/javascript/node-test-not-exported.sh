# expect: import_error js.node-closed-package
# needs: node
mkdir -p node_modules/closed/lib test
echo '{ "name": "closed", "exports": { ".": "./lib/a.js" } }' > node_modules/closed/package.json
touch node_modules/closed/lib/a.js node_modules/closed/lib/b.js
echo "require('closed/lib/b.js');" > test/a.test.js
node --test test/
