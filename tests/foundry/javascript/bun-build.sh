# expect: import_error js.bun-local
# needs: bun
printf 'import a from "./nowhere";\nconsole.log(a);\n' >a.ts
NO_COLOR=1 bun build a.ts
