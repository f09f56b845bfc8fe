# expect: test_failure tap.not-ok
# needs: nx18 nx21
export NX_DAEMON=false NX_TUI=false
echo '{}' >nx.json; echo '{"name": "shop", "workspaces": ["packages/*"]}' >package.json
mkdir -p packages/basket; echo '{"name": "basket", "version": "1.0.0", "scripts": {"test": "node --test"}}' >packages/basket/package.json
echo "require('node:test')('sums prices', () => { require('node:assert').equal(2, 3) })" >packages/basket/basket.test.js
for nx in nx18 nx21; do
  ln -sfn /tmp/tools/managers/$nx/node_modules node_modules
  $nx run-many --target=test
done
