# expect: dependency_missing js.node-package-missing
# needs: vite5
ln -s /tmp/tools/frameworks/vite5/node_modules node_modules; echo '{"name": "shop", "type": "module"}' >package.json
echo "import svg from 'vite-svg-basket'; export default { plugins: [svg()] }" >vite.config.ts
vite5 build
