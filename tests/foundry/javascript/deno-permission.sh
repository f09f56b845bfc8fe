# expect: permission_denied js.deno-permission
# needs: deno
printf 'console.log(Deno.readTextFileSync("/etc/hostname"));\n' >a.ts
NO_COLOR=1 DENO_NO_UPDATE_CHECK=1 deno run --no-prompt a.ts
