# expect: configuration_error js.nx-task
# needs: nx18 nx21
export NX_DAEMON=false NX_TUI=false
echo '{}' >nx.json; echo '{"name": "shop", "workspaces": ["packages/*"]}' >package.json
mkdir -p packages/basket packages/till; echo '{"name": "basket"}' >packages/basket/package.json; echo '{"name": "basket"}' >packages/till/package.json
for nx in nx18 nx21; do
  ln -sfn /tmp/tools/managers/$nx/node_modules node_modules
  $nx run-many --target=build
done
