# expect: test_failure js.assertion
# needs: node
echo "const a = require('assert'); a.strictEqual(1 + 1, 3)" >a.js
echo "const a = require('assert'); a(0, 'it must hold')" >b.js
node b.js; node a.js
