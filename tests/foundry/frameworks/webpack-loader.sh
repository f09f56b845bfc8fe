# expect: dependency_missing js.webpack-package-missing
# needs: webpack5
ln -s /tmp/tools/frameworks/webpack5/node_modules node_modules
mkdir src; echo 'import "./shop.less"' >src/index.js; echo '.price { color: red }' >src/shop.less
echo "module.exports = { module: { rules: [{ test: /\.less$/, use: ['style-loader', 'css-loader', 'less-loader'] }] } }" >webpack.config.js
webpack5 --mode production
