# expect: dependency_conflict js.syncpack
# needs: syncpack
mkdir -p packages/a packages/b; echo '{"name": "shop", "workspaces": ["packages/*"]}' >package.json
echo '{"name": "a", "dependencies": {"left": "1.0.0"}}' >packages/a/package.json; echo '{"name": "b", "dependencies": {"left": "2.0.0"}}' >packages/b/package.json
syncpack lint
