# expect: type_error js.deno-type
# needs: deno
printf 'const n: number = "three";\nconsole.log(n);\n' >a.ts
NO_COLOR=1 DENO_NO_UPDATE_CHECK=1 deno check a.ts
