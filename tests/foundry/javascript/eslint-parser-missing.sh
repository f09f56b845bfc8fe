# expect: dependency_missing js.eslint-load
# needs: eslint8 eslint7-ts
echo 'var total = 1' >total.js; echo '{"root": true, "parser": "vue-eslint-parser"}' >.eslintrc.json
eslint8 total.js; eslint7-ts total.js
