# expect: success
# needs: pnpm10 jest29
echo '{"name": "shop", "version": "1.0.0"}' >package.json; echo 'packages: ["packages/*"]' >pnpm-workspace.yaml
mkdir -p packages/basket packages/prices; echo '{"name": "prices", "scripts": {"test": "node -e 0"}}' >packages/prices/package.json
echo '{"name": "basket", "scripts": {"test": "jest29 --ci --verbose"}}' >packages/basket/package.json
echo "describe('basket', () => { test('fails with an error: TypeError: no price', () => { console.error('Error: no price') }) })" >packages/basket/basket.test.js
pnpm10 -r run test
