# expect: crash js.deno-uncaught
# needs: deno
printf 'throw new Error("no prices");\n' >a.ts
NO_COLOR=1 DENO_NO_UPDATE_CHECK=1 deno run a.ts
