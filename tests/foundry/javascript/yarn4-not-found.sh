# expect: dependency_missing js.yarn4-not-found
# needs: yarn4
echo '{"name": "shop", "dependencies": {"left": "^9.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py yarn4 install --no-immutable
echo '{"name": "shop", "dependencies": {"lefft": "^1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py yarn4 install --no-immutable
