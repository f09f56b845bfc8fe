# expect: syntax_error js.babel-syntax
# needs: webpack4
ln -s /tmp/tools/frameworks/webpack4/node_modules node_modules
mkdir src; printf 'export function total(items) {\n  return items.map(item => item.price\n}\n' >src/index.js
echo "module.exports = { module: { rules: [{ test: /\.js$/, use: { loader: 'babel-loader', options: { presets: ['@babel/preset-env'] } } }] } }" >webpack.config.js
NODE_OPTIONS=--openssl-legacy-provider webpack4 --mode production
