# expect: compile_error js.vite-plugin
# needs: node
ln -s /tmp/tools/frameworks/sveltekit/node_modules node_modules; mkdir -p src/routes
echo '{"name": "shop", "type": "module"}' >package.json; echo '<!doctype html><html><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>' >src/app.html
echo "import { sveltekit } from '@sveltejs/kit/vite'; export default { plugins: [sveltekit()] }" >vite.config.js
printf '<ul>\n  {#each items as item}\n    <li>{item}</li>\n</ul>\n' >src/routes/+page.svelte
node_modules/.bin/vite build
