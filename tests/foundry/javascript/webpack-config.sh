# expect: configuration_error js.webpack-config
# needs: webpack
ln -s /tmp/tools/node/node_modules node_modules
mkdir src; echo 1 >src/index.js
echo "module.exports = {mode: 'production', entri: './x'}" >webpack.config.js
webpack
