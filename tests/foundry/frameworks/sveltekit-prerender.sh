# expect: compile_error js.svelte-prerender
# needs: node
ln -s /tmp/tools/frameworks/sveltekit/node_modules node_modules; mkdir -p src/routes
echo '{"name": "shop", "type": "module"}' >package.json; echo '<!doctype html><html><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>' >src/app.html
echo "import { sveltekit } from '@sveltejs/kit/vite'; export default { plugins: [sveltekit()] }" >vite.config.js
echo 'export const prerender = true' >src/routes/+layout.js; echo '<a href="/prices">Prices</a>' >src/routes/+page.svelte
node_modules/.bin/vite build
