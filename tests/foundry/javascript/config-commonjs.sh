# expect: import_error js.node-require-in-module
# needs: node eslint8 prettier
echo '{ "type": "module" }' >package.json
echo 'export const a = 1;' >a.js
echo 'module.exports = { root: true };' >.eslintrc.js
eslint8 a.js
echo 'module.exports = {};' >prettier.config.js
prettier --check a.js
