# expect: syntax_error js.css-syntax
# needs: postcss
ln -s /tmp/tools/frameworks/tailwind3/node_modules node_modules
echo "module.exports = { plugins: { autoprefixer: {} } }" >postcss.config.js
printf '.price {\n  color: red;\n' >shop.css
postcss shop.css -o out.css
