# expect: compile_error js.vite-plugin
# needs: vite5
echo '{"name": "shop", "type": "module"}' >package.json
printf '<!doctype html>\n<div id="basket" =></div>\n<script type="module" src="/main.js"></script>\n' >index.html; echo 'document.title = "Basket"' >main.js
vite5 build
