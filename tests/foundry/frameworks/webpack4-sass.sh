# expect: import_error js.sass-missing
# needs: webpack4
ln -s /tmp/tools/frameworks/webpack4/node_modules node_modules
mkdir src; echo 'import "./shop.scss"' >src/index.js; echo '@import "prices/colours"; .price { color: $red }' >src/shop.scss
echo "module.exports = { module: { rules: [{ test: /\.scss$/, use: ['style-loader', 'css-loader', 'sass-loader'] }] } }" >webpack.config.js
NODE_OPTIONS=--openssl-legacy-provider webpack4 --mode production
