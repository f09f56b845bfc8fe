# expect: configuration_error js.webpack-config-load
# needs: webpack5
mkdir src; echo 'console.log(1)' >src/index.js
echo "module.exports = { mode: settings.mode }" >webpack.config.js
webpack5
