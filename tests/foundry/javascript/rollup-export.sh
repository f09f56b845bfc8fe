# expect: import_error js.rollup-no-export
# needs: rollup
echo "import { red } from './paint.js'; console.log(red)" >a.js; echo "export const blue = 1" >paint.js
rollup a.js -f cjs
