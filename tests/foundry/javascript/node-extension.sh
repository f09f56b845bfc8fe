# expect: configuration_error js.node-extension
# needs: node
echo '{"type": "module"}' >package.json; echo 'export const total: number = 1' >basket.ts
echo "import './basket.ts'" >index.js
node basket.ts; node index.js
