# expect: syntax_error js.rolldown-syntax
# needs: vite8
echo '{"name": "shop", "type": "module"}' >package.json
echo '<script type="module" src="/main.ts"></script>' >index.html; printf 'const items = [1, 2]\nfor (const item of items {\n  console.log(item)\n}\n' >main.ts
vite8 build
