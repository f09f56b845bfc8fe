# expect: import_error js.deno-bare
# needs: deno deno20
echo "import chalk from 'chalk'; console.log(chalk)" >basket.ts
deno20 run basket.ts; deno20 check basket.ts
deno run basket.ts
