# expect: import_error js.deno-module
# needs: deno
printf 'import { a } from "./nowhere.ts";\nconsole.log(a);\n' >a.ts
NO_COLOR=1 DENO_NO_UPDATE_CHECK=1 deno run a.ts
