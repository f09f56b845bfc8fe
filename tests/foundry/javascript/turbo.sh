# expect: test_failure js.monorepo-task
# needs: turbo
git init -q .; mkdir -p packages/a; echo '{"name": "shop", "packageManager": "npm@10.0.0", "workspaces": ["packages/*"]}' >package.json; echo '{"name": "a", "scripts": {"test": "echo no prices; exit 1"}}' >packages/a/package.json
echo '{"tasks": {"test": {}}}' >turbo.json; echo '{"name": "shop", "lockfileVersion": 3, "packages": {"": {"workspaces": ["packages/*"]}}}' >package-lock.json
TURBO_TELEMETRY_DISABLED=1 DO_NOT_TRACK=1 NO_COLOR=1 turbo run test
