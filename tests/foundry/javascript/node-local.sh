# expect: import_error js.node-local-missing
# needs: node
echo "require('./lib/paint')" >a.js
echo "import './lib/paint.js'" >b.mjs
node a.js; node b.mjs
