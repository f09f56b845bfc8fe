# expect: configuration_error js.node-import-outside-module
# needs: node
echo "import fs from 'fs'
console.log(fs)" >a.cjs
cp a.cjs a.js; echo '{"type": "commonjs"}' >package.json
node a.cjs; node a.js
