# expect: lint js.knip
# needs: knip
echo '{"name": "shop", "main": "a.js", "dependencies": {"left": "1.0.0"}}' >package.json; echo 'export const a = 1' >a.js; echo 'export const b = 1' >b.js
knip
