# expect: dependency_missing js.node-package-missing
# needs: node
echo "const paint = require('chalk')" >a.js
echo "import paint from 'chalk'" >b.mjs
echo "require('@scope/paint/lib/blue')" >c.js
node c.js; node b.mjs; node a.js
