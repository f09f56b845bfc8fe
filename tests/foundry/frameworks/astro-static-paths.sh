# expect: configuration_error js.astro-error
# needs: astro
ln -s /tmp/tools/frameworks/astro/node_modules node_modules; export ASTRO_TELEMETRY_DISABLED=1
echo '{"name": "shop", "type": "module"}' >package.json; mkdir -p 'src/pages/items'
printf -- '---\nconst { id } = Astro.params\n---\n<p>{id}</p>\n' >'src/pages/items/[id].astro'
astro build
