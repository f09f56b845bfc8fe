# expect: test_failure js.monorepo-task
# needs: lerna
git init -q .; mkdir -p packages/a; echo '{"name": "shop", "workspaces": ["packages/*"]}' >package.json; echo '{"name": "a", "version": "1.0.0", "scripts": {"test": "echo no prices; exit 1"}}' >packages/a/package.json; echo '{"version": "1.0.0", "useNx": false}' >lerna.json
NX_DAEMON=false NO_COLOR=1 lerna run test
