# expect: test_failure tap.not-ok
# needs: turbo1 turbo2
echo '{"name": "shop", "packageManager": "npm@10.0.0", "workspaces": ["packages/*"]}' >package.json
mkdir -p packages/basket; echo '{"name": "basket", "version": "1.0.0", "scripts": {"test": "node --test"}}' >packages/basket/package.json
echo "require('node:test')('sums prices', () => { require('node:assert').equal(2, 3) })" >packages/basket/basket.test.js
echo '{"lockfileVersion": 3, "packages": {"": {"name": "shop", "workspaces": ["packages/*"]}, "packages/basket": {"name": "basket"}, "node_modules/basket": {"resolved": "packages/basket", "link": true}}}' >package-lock.json
export TURBO_TELEMETRY_DISABLED=1
echo '{"tasks": {"test": {}}}' >turbo.json
turbo2 run test
