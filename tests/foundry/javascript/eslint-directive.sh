# expect: lint js.eslint-unused-directive
# needs: eslint8
echo '{"root": true, "extends": "eslint:recommended", "env": {"node": true}, "parserOptions": {"ecmaVersion": 2020}}' >.eslintrc.json
echo "/* eslint-disable no-undef */
'use strict'
const a = 1 // eslint-disable-line no-console, eqeqeq
module.exports = a // eslint-disable-line" >a.js
eslint8 --report-unused-disable-directives -f compact a.js
eslint8 --report-unused-disable-directives -f unix a.js
eslint8 --report-unused-disable-directives a.js
