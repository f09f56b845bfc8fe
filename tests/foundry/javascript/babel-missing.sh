# expect: dependency_missing js.node-package-missing
# needs: babel7
echo 'const price = 1' >price.js
echo '{"presets": ["@babel/preset-react"]}' >.babelrc
babel7 price.js
