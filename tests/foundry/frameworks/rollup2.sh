# expect: import_error js.vite-local-missing
# needs: rollup2
echo 'import { total } from "./basket"; console.log(total)' >index.js
rollup2 index.js -f cjs
