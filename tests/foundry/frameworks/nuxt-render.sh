# expect: compile_error js.nuxt-prerender
# needs: nuxt
ln -s /tmp/tools/frameworks/nuxt/node_modules node_modules; export NUXT_TELEMETRY_DISABLED=1
echo '{"name": "shop", "type": "module"}' >package.json
printf '<script setup>\nconst items = undefined\n</script>\n<template><p>{{ items.length }}</p></template>\n' >app.vue
nuxi generate
