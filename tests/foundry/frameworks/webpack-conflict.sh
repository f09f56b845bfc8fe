# expect: configuration_error js.webpack-chunks
# needs: webpack5
ln -s /tmp/tools/frameworks/webpack5/node_modules node_modules
mkdir src; echo 'console.log(1)' >src/basket.js; echo 'console.log(2)' >src/prices.js
echo "module.exports = { entry: { basket: './src/basket.js', prices: './src/prices.js' }, output: { filename: 'shop.js' } }" >webpack.config.js
webpack5 --mode production
