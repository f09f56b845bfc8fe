# expect: syntax_error js.deno-parse
# needs: deno deno20
printf 'export const prices = [\n  1,\n  2;\n];\n' >prices.ts
deno20 run prices.ts; deno20 test prices.ts
deno run prices.ts; deno check prices.ts
