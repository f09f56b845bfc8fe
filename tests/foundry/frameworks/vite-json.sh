# expect: compile_error js.vite-plugin
# needs: vite5
echo '{"name": "shop", "type": "module"}' >package.json
echo '<script type="module" src="/main.js"></script>' >index.html; echo 'import prices from "./prices.json"; console.log(prices)' >main.js
echo '{"apple": 1, "pear": }' >prices.json
vite5 build
