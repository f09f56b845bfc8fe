# expect: configuration_error js.nx-task
# needs: nx15 nx18 nx21
export NX_DAEMON=false NX_TUI=false
echo '{}' >nx.json; echo '{"name": "shop", "workspaces": ["packages/*"]}' >package.json
mkdir -p packages/basket; echo '{"name": "basket", "version": "1.0.0", "scripts": {"build": "node -e 0"}}' >packages/basket/package.json
for nx in nx15 nx18 nx21; do
  ln -sfn /tmp/tools/managers/$nx/node_modules node_modules
  $nx run prices:build
  $nx run basket:lint
done
