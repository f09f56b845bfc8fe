# expect: success
# needs: vite8 vite5
ln -s /tmp/tools/frameworks/vite7/node_modules node_modules; echo '{"name": "shop", "type": "module"}' >package.json
echo '<script type="module" src="/main.js"></script><script src="/old.js"></script>' >index.html
echo 'import "./shop.scss"; eval("1"); const prices = import("./prices.js"); console.log(prices)' >main.js
node -e 'console.log("export const prices = " + JSON.stringify(Array.from({length: 60000}, (_, i) => i * 7919)))' >prices.js
printf '@import "colours";\n.price { color: $red; width: (4px / 2) }\n' >shop.scss; echo '$red: #c00;' >_colours.scss
vite8 build && vite5 build
