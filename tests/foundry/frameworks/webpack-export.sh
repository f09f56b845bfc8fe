# expect: import_error js.webpack-no-export
# needs: webpack5
ln -s /tmp/tools/frameworks/webpack5/node_modules node_modules
mkdir src; echo '{"type": "module"}' >package.json; echo 'import { total } from "./basket.js"; console.log(total)' >src/index.js; echo 'export const sum = 1' >src/basket.js
webpack5 --mode production
