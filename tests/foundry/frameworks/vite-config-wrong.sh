# expect: configuration_error js.vite-config
# needs: vite5
echo '{"name": "shop", "type": "module"}' >package.json
echo 'export default [{ base: "/shop/" }]' >vite.config.js
vite5 build
