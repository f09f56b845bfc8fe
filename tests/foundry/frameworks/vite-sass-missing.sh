# expect: import_error js.sass-missing
# needs: vite7
ln -s /tmp/tools/frameworks/vite7/node_modules node_modules; echo '{"name": "shop", "type": "module"}' >package.json
echo '<script type="module" src="/main.js"></script>' >index.html; echo 'import "./shop.scss"' >main.js; printf '@use "prices/colours";\n.price { color: colours.$red }\n' >shop.scss
vite7 build
