# expect: dependency_missing js.nuxt-module
# needs: nuxt
ln -s /tmp/tools/frameworks/nuxt/node_modules node_modules; export NUXT_TELEMETRY_DISABLED=1
echo '{"name": "shop", "type": "module"}' >package.json
echo "export default { modules: ['nuxt-basket'] }" >nuxt.config.ts; echo '<template><p>Basket</p></template>' >app.vue
nuxi build
