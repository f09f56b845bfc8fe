# expect: dependency_missing js.vite-optional
# needs: vite5 vite4
echo '{"name": "shop", "type": "module"}' >package.json
echo '<script type="module" src="/main.js"></script>' >index.html; echo 'import "./shop.scss"' >main.js; echo '$red: #c00; .price { color: $red }' >shop.scss
vite4 build
vite5 build
