# expect: dependency_missing js.node-package-missing
# needs: postcss vite5
echo "module.exports = { plugins: { 'postcss-basket': {} } }" >postcss.config.js
printf '.price { color: red; }\n' >shop.css
echo '<script type="module" src="/main.js"></script>' >index.html; echo 'import "./shop.css"' >main.js
postcss shop.css -o out.css
vite5 build
