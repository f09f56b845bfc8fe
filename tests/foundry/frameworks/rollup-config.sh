# expect: configuration_error js.rollup-config
# needs: rollup3
echo 'export const total = 1' >index.js
echo "export default { input: 'index.js', output: { file: 'dist/shop.js', format: 'cjs' } }" >rollup.config.js
NODE_OPTIONS="--no-experimental-detect-module --no-experimental-require-module" rollup3 -c
echo "module.exports = { input: 'index.js', output: { file: 'dist/shop.js', format: 'cjs' } }" >rollup.config.js; echo '{"name": "shop", "type": "module"}' >package.json
rollup3 -c
