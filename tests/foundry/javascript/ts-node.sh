# expect: type_error js.ts-type
# needs: ts-node
ln -s /tmp/tools/node/node_modules node_modules
echo "const n: number = 'one'" >a.ts
ts-node a.ts
