# expect: configuration_error js.turbo-config
# needs: turbo1 turbo2
echo '{"name": "shop", "workspaces": ["packages/*"]}' >package.json
mkdir -p packages/basket; echo '{"name": "basket", "version": "1.0.0", "scripts": {"build": "node -e 0"}}' >packages/basket/package.json
export TURBO_TELEMETRY_DISABLED=1
turbo2 run build
echo '{"pipeline": {"build": {}}}' >turbo.json
turbo2 run build
echo '{"tasks": {"build": {"dependsOn": ["^build"], "outputs": "dist/**"}}}' >turbo.json
turbo2 run build
echo '{"tasks": {"build": {}}}' >turbo.json
turbo2 run build
