# expect: import_error js.esbuild-export
# needs: esbuild
printf 'export const a = 1\n' >b.js; printf 'import { c } from "./b.js"; console.log(c)\n' >a.js; esbuild a.js --bundle --color=false
