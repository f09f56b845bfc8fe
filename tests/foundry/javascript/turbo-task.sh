# expect: configuration_error js.turbo-task
# needs: turbo1 turbo2
echo '{"name": "shop", "packageManager": "npm@10.0.0", "workspaces": ["packages/*"]}' >package.json
mkdir -p packages/basket; echo '{"name": "basket", "version": "1.0.0", "scripts": {"build": "node -e 0"}}' >packages/basket/package.json
echo '{"lockfileVersion": 3, "packages": {"": {"name": "shop", "workspaces": ["packages/*"]}, "packages/basket": {"name": "basket"}, "node_modules/basket": {"resolved": "packages/basket", "link": true}}}' >package-lock.json
echo '{"pipeline": {"build": {}}}' >turbo.json
export TURBO_TELEMETRY_DISABLED=1
turbo1 run test
echo '{"tasks": {"build": {}}}' >turbo.json
turbo2 run test
turbo2 run build --filter=prices
