# expect: import_error js.node-no-export
# needs: node
echo "export const blue = 1" >paint.mjs
echo "import { red } from './paint.mjs'" >a.mjs
mkdir -p node_modules/old; echo "module.exports = Math.random() ? {red: 1} : 0" >node_modules/old/index.js
echo "import { red } from 'old'" >b.mjs
mkdir -p node_modules/closed; echo '{"name": "closed", "exports": {".": "./index.js"}}' >node_modules/closed/package.json
echo "require('closed/lib/inner')" >c.js
node c.js; node b.mjs; node a.mjs
