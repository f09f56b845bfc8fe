# expect: import_error js.rollup-no-export
# needs: vite8
echo '{"name": "shop", "type": "module"}' >package.json
echo '<script type="module" src="/main.js"></script>' >index.html; echo 'import { total } from "./basket.js"; console.log(total)' >main.js; echo 'export const sum = 1' >basket.js
vite8 build
