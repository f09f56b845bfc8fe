# expect: lint js.deno-lint
# needs: deno
printf 'const a: any = 1;\nvar b = 2;\n' >a.ts
NO_COLOR=1 DENO_NO_UPDATE_CHECK=1 deno lint a.ts
