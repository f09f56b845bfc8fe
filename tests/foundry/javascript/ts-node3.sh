# expect: type_error js.ts-node-type
# needs: ts-node3
echo "const n: number = 'one'; describe('x', () => n)" >a.ts
ts-node3 --compiler ts2 a.ts
