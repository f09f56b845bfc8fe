# expect: type_error js.astro-check
# needs: astro
ln -s /tmp/tools/frameworks/astro/node_modules node_modules; export ASTRO_TELEMETRY_DISABLED=1
echo '{"name": "shop", "type": "module"}' >package.json; echo '{"extends": "astro/tsconfigs/strict"}' >tsconfig.json; mkdir -p src/pages
printf -- '---\nconst price: number = "three"\nconst unused = 3\n---\n<p>{price} {totl}</p>\n' >src/pages/basket.astro
astro check
