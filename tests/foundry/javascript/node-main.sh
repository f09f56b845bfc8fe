# expect: configuration_error js.node-main
# needs: node
printf '{ "name": "knots", "version": "1.0.0", "main": "lib/idnex.js" }\n' > package.json
printf "const test = require('node:test');\nconst { knots } = require('..');\ntest('knots', () => knots);\n" > knots.test.js
mkdir test
mv knots.test.js test/
node --test
