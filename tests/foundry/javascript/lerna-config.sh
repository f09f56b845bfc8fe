# expect: configuration_error js.lerna-config
# needs: lerna4 lerna6 lerna8 git
git init -q; echo node_modules >.gitignore; echo '{"name": "shop", "workspaces": ["packages/*"]}' >package.json
lerna4 run test
lerna8 run test
mkdir -p packages/basket; echo '{"name": "basket", "version": "1.0.0"}' >packages/basket/package.json
echo '{"version": "1.0.0", "useWorkspaces": true}' >lerna.json
lerna4 run test --scope prices
lerna6 run test --scope prices
echo '{"version": "1.0.0"}' >lerna.json
lerna8 run test --scope prices
mkdir -p packages/till; echo '{"name": "basket", "version": "1.0.0"}' >packages/till/package.json
lerna6 ls
lerna8 ls
