# expect: import_error js.vite-local-missing
# needs: astro astro5
ln -s /tmp/tools/frameworks/astro/node_modules node_modules; export ASTRO_TELEMETRY_DISABLED=1
echo '{"name": "shop", "type": "module"}' >package.json; mkdir -p src/pages
printf -- '---\nimport Price from "../components/price.astro"\n---\n<Price />\n' >src/pages/basket.astro
astro build
rm node_modules; ln -s /tmp/tools/frameworks/astro5/node_modules node_modules
astro5 build
