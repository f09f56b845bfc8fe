# expect: environment_variable js.svelte-env
# needs: node
ln -s /tmp/tools/frameworks/sveltekit/node_modules node_modules; mkdir -p src/routes
echo '{"name": "shop", "type": "module"}' >package.json; echo '<!doctype html><html><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>' >src/app.html
echo "import { sveltekit } from '@sveltejs/kit/vite'; export default { plugins: [sveltekit()] }" >vite.config.js
printf '<script>\n  import { PUBLIC_SHOP_URL } from "$env/static/public"\n</script>\n<a href={PUBLIC_SHOP_URL}>Prices</a>\n' >src/routes/+page.svelte
node_modules/.bin/vite build
