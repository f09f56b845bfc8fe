# expect: import_error js.vite-local-missing
# needs: vite5
ln -s /tmp/tools/frameworks/vite5/node_modules node_modules; echo '{"name": "shop", "type": "module"}' >package.json
echo "import { prices } from './build/prices'; export default { define: prices }" >vite.config.ts
vite5 build
