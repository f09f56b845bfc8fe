# expect: import_error js.node-require-in-module
# needs: node
echo '{"type": "module"}' >package.json
echo "const fs = require('fs')" >a.js
echo "module.exports = 1" >b.js
echo "console.log(__dirname)" >c.js
node b.js; node c.js; node a.js
