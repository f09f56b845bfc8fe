# expect: compile_error js.tailwind-class
# needs: postcss vite7
mkdir node_modules; ln -s /tmp/tools/frameworks/tailwind3/node_modules/* node_modules/
echo "module.exports = { content: ['*.html'] }" >tailwind.config.js; echo "module.exports = { plugins: { tailwindcss: {} } }" >postcss.config.js
printf '@tailwind base;\n\n.price {\n  @apply bg-basket-500;\n}\n' >shop.css
postcss shop.css -o out.css
rm -r node_modules; ln -s /tmp/tools/frameworks/vite7/node_modules node_modules
printf '@import "tailwindcss";\n\n.price {\n  @apply bg-basket-500;\n}\n' >shop.css; echo "module.exports = { plugins: { '@tailwindcss/postcss': {} } }" >postcss.config.js
echo '<script type="module" src="/main.js"></script>' >index.html; echo 'import "./shop.css"' >main.js
vite7 build
