# expect: type_error js.svelte-check
# needs: svelte-check
ln -s /tmp/tools/more/node_modules node_modules
printf '<script lang="ts">\n  let n: number = "three";\n</script>\n<img src="a.png">{totl}\n' >A.svelte
svelte-check --output human --fail-on-warnings
