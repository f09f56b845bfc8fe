# expect: compile_error js.astro-render
# needs: astro
ln -s /tmp/tools/frameworks/astro/node_modules node_modules; export ASTRO_TELEMETRY_DISABLED=1
echo '{"name": "shop", "type": "module"}' >package.json; mkdir -p 'src/pages/items'
printf -- '---\nconst items = undefined\n---\n<ul>{items.map((item) => <li>{item}</li>)}</ul>\n' >src/pages/basket.astro
astro build
