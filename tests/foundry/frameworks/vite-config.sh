# expect: syntax_error js.esbuild-syntax
# needs: vite5
echo '{"name": "shop", "type": "module"}' >package.json
echo 'export default { plugins: [ }' >vite.config.js
vite5 build
