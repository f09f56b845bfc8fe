# expect: format js.deno-fmt
# needs: deno
printf 'const a=1\n' >a.ts
NO_COLOR=1 DENO_NO_UPDATE_CHECK=1 deno fmt --check a.ts
