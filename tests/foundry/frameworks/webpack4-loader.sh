# expect: dependency_missing js.webpack-package-missing
# needs: webpack4
ln -s /tmp/tools/frameworks/webpack4/node_modules node_modules
mkdir src; echo 'export const total = 1' >src/index.js
echo "module.exports = { module: { rules: [{ test: /\.js$/, use: 'coffee-basket-loader' }] } }" >webpack.config.js
NODE_OPTIONS=--openssl-legacy-provider webpack4 --mode production
