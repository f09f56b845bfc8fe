# expect: dependency_missing js.pnpm-workspace
# needs: pnpm7 pnpm10
echo '{"name": "shop", "version": "1.0.0"}' >package.json; echo 'packages: ["packages/*"]' >pnpm-workspace.yaml
mkdir -p packages/basket packages/prices; echo '{"name": "basket", "version": "1.0.0", "dependencies": {"@shop/prices": "workspace:*"}}' >packages/basket/package.json
pnpm7 install
pnpm10 install
echo '{"name": "@shop/prices", "version": "1.0.0"}' >packages/prices/package.json
echo '{"name": "basket", "version": "1.0.0", "dependencies": {"@shop/prices": "workspace:^2.0.0"}}' >packages/basket/package.json
pnpm7 install
pnpm10 install
echo '{"name": "basket", "version": "1.0.0", "dependencies": {"left": "catalog:"}}' >packages/basket/package.json
pnpm10 install --no-frozen-lockfile
