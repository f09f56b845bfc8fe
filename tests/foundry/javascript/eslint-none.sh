# expect: configuration_error js.eslint-nothing
# needs: eslint8 eslint9
echo '{"root": true}' >.eslintrc.json
eslint8 src
mkdir src; echo dist >.eslintignore; mkdir dist; echo 'let a' >dist/a.js
eslint8 src; eslint8 dist
echo 'module.exports = []' >eslint.config.js
eslint9 src; eslint9 prices
