# expect: lint lint.visual-studio
# needs: eslint5
echo '{"root":true,"rules":{"semi":2,"no-undef":2,"quotes":[1,"double"]}}' >.eslintrc.json
printf "var a = 1\nif (a) { total('x') }\n" >shop.js
eslint5 --no-eslintrc -c .eslintrc.json -f visualstudio shop.js
