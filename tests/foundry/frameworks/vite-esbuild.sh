# expect: syntax_error js.esbuild-transform
# needs: vite5 vite2
echo '{"name": "shop", "type": "module"}' >package.json
echo '<script type="module" src="/main.ts"></script>' >index.html; printf 'const items = [1, 2]\nfor (const item of items {\n  console.log(item)\n}\n' >main.ts
vite5 build
vite2 build
