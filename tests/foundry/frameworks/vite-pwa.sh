# expect: quality_gate js.pwa-size
# needs: vite5
ln -s /tmp/tools/frameworks/vite5/node_modules node_modules; echo '{"name": "shop", "type": "module"}' >package.json
echo "import { VitePWA } from 'vite-plugin-pwa'; export default { plugins: [VitePWA()], build: { minify: false } }" >vite.config.js
echo '<script type="module" src="/main.js"></script>' >index.html; node -e 'console.log("export const prices = " + JSON.stringify("9".repeat(2300000)) + "; console.log(prices)")' >main.js
vite5 build
