# expect: compile_error js.sass-error
# needs: webpack5
ln -s /tmp/tools/frameworks/webpack5/node_modules node_modules
mkdir src; echo 'import "./shop.scss"' >src/index.js; printf '.price {\n  color: $red;\n}\n' >src/shop.scss
echo "module.exports = { module: { rules: [{ test: /\.scss$/, use: ['style-loader', 'css-loader', 'sass-loader'] }] } }" >webpack.config.js
webpack5 --mode production
