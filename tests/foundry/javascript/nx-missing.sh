# expect: dependency_missing js.nx-missing
# needs: nx15 nx21
echo '{}' >nx.json; echo '{"name": "shop", "workspaces": ["packages/*"]}' >package.json
nx15 run prices:build
nx21 run prices:build
