# expect: type_error js.ts-type
# needs: pnpm10 tsc
echo '{"name": "shop", "version": "1.0.0"}' >package.json; echo 'packages: ["packages/*"]' >pnpm-workspace.yaml
mkdir -p packages/basket packages/prices; echo '{"name": "prices", "scripts": {"build": "node -e 0"}}' >packages/prices/package.json
echo '{"name": "basket", "scripts": {"build": "tsc --noEmit basket.ts"}}' >packages/basket/package.json
echo "const total: number = 'three'" >packages/basket/basket.ts
pnpm10 -r run build
