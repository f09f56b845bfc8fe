# expect: test_failure js.jest-test
# needs: lerna8 jest29
echo '{"name": "shop", "workspaces": ["packages/*"]}' >package.json; echo '{"version": "1.0.0"}' >lerna.json; git init -q; echo node_modules >.gitignore
export NX_DAEMON=false
mkdir -p packages/basket packages/prices; echo '{"name": "prices", "version": "1.0.0", "scripts": {"test": "node -e 0"}}' >packages/prices/package.json
echo '{"name": "basket", "version": "1.0.0", "scripts": {"test": "jest29 --ci"}}' >packages/basket/package.json
echo "describe('basket', () => { test('adds', () => expect(1 + 1).toBe(3)) })" >packages/basket/basket.test.js
lerna8 run test
