# expect: import_error js.webpack-local-missing
# needs: webpack5
ln -s /tmp/tools/frameworks/webpack5/node_modules node_modules
mkdir src; echo 'import "./shop.css"' >src/index.js; echo '.price { background: url("./images/Tag.png") }' >src/shop.css
echo "module.exports = { module: { rules: [{ test: /\.css$/, use: ['style-loader', 'css-loader'] }] } }" >webpack.config.js
webpack5 --mode production
