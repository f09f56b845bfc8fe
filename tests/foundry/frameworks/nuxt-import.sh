# expect: import_error js.vite-local-missing
# needs: nuxt
ln -s /tmp/tools/frameworks/nuxt/node_modules node_modules; export NUXT_TELEMETRY_DISABLED=1
echo '{"name": "shop", "type": "module"}' >package.json
printf '<script setup>\nimport Price from "./components/price.vue"\n</script>\n<template><Price /></template>\n' >app.vue
nuxi build
