# expect: configuration_error js.tailwind-postcss
# needs: webpack5
ln -s /tmp/tools/frameworks/webpack5/node_modules node_modules
mkdir src; echo 'import "./shop.css"' >src/index.js; printf '@tailwind base;\n.price { @apply text-red-500; }\n' >src/shop.css
echo "module.exports = { plugins: { tailwindcss: {} } }" >postcss.config.js
echo "module.exports = { module: { rules: [{ test: /\.css$/, use: ['style-loader', 'css-loader', 'postcss-loader'] }] } }" >webpack.config.js
webpack5 --mode production
