# expect: syntax_error js.webpack-syntax
# needs: webpack5
ln -s /tmp/tools/frameworks/webpack5/node_modules node_modules
mkdir src; echo 'import "./shop.css"' >src/index.js; echo '.price { color: red }' >src/shop.css
webpack5 --mode production
