# expect: import_error js.bundler-closed-package
# needs: vite5
mkdir -p node_modules/paint; echo '{"name": "shop", "type": "module"}' >package.json
echo '{"name": "paint", "version": "2.0.0", "exports": {".": "./index.js"}}' >node_modules/paint/package.json; echo 'export const red = 1' >node_modules/paint/index.js
echo '<script type="module" src="/main.js"></script>' >index.html; echo 'import { red } from "paint/colours"; console.log(red)' >main.js
vite5 build
