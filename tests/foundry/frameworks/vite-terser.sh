# expect: dependency_missing js.vite-optional
# needs: vite4
echo '{"name": "shop", "type": "module"}' >package.json
echo '<script type="module" src="/main.js"></script>' >index.html; echo 'document.title = "Basket"' >main.js
vite4 build --minify terser
