# expect: syntax_error js.rollup-syntax
# needs: vite5
echo '{"name": "shop", "type": "module"}' >package.json
echo '<script type="module" src="/main.js"></script>' >index.html; printf 'const items = [1, 2]\nfor (const item of items {\n  console.log(item)\n}\n' >main.js
vite5 build
