# expect: configuration_error js.babel-settings
# needs: babel6 babel7
ln -s /tmp/tools/managers/babel7/node_modules node_modules
echo 'const price = 1' >price.js
echo '{"presetss": ["@babel/preset-env"]}' >.babelrc
babel7 price.js
echo '{"presets": ["./preset.js"]}' >.babelrc; echo 'exports.plugins = []' >preset.js
babel7 price.js
echo '{"presets": ["@babel/preset-env"], "plugins": ["@babel/plugin-transform-classes", "@babel/plugin-transform-classes"]}' >.babelrc
babel7 price.js
echo '{"presets": ["@babel/preset-env"]}' >.babelrc
babel6 price.js
