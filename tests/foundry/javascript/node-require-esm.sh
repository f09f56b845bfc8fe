# expect: import_error js.node-require-esm
# needs: node
mkdir -p node_modules/modern; echo '{"name": "modern", "type": "module", "exports": "./index.js"}' >node_modules/modern/package.json
echo 'await 1; export const x = 1' >node_modules/modern/index.js
echo "require('modern')" >a.js
node --no-experimental-require-module a.js
node a.js
