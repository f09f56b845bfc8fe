# expect: configuration_error js.tailwind-postcss
# needs: vite5
ln -s /tmp/tools/frameworks/vite5/node_modules node_modules; echo '{"name": "shop", "type": "module"}' >package.json
echo "import tailwindcss from 'tailwindcss'; export default { plugins: [tailwindcss()] }" >postcss.config.js
echo '<script type="module" src="/main.js"></script>' >index.html; echo 'import "./shop.css"' >main.js; printf '@tailwind base;\n.price { @apply text-red-500; }\n' >shop.css
vite5 build
