# expect: import_error js.vite-load
# needs: vite5 vite4
echo '{"name": "shop", "type": "module"}' >package.json
echo "export default { resolve: { alias: { '@': '/tmp/foundry/app/src' } } }" >vite.config.js
mkdir src; echo '<script type="module" src="/src/main.js"></script>' >index.html; echo 'import { total } from "@/Basket"; console.log(total)' >src/main.js; echo 'export const total = 1' >src/basket.js
vite4 build
vite5 build
