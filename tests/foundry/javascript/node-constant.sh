# expect: test_failure tap.not-ok
# needs: node
mkdir test
printf "const assert = require('node:assert');\nconst test = require('node:test');\nfunction count(list) {\n  const total = 0;\n  for (const one of list) total += one;\n  return total;\n}\ntest('count', () => assert.equal(count([1]), 1));\n" > test/count.test.js
node --test
