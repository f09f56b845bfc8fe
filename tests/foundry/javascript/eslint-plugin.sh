# expect: dependency_missing js.eslint-plugin
# needs: eslint8
echo '{"root": true, "plugins": ["react"]}' >.eslintrc.json; echo "b()" >a.js
eslint8 a.js
echo '{"root": true, "extends": ["airbnb"]}' >.eslintrc.json
eslint8 a.js
