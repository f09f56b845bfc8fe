# expect: dependency_conflict js.yarn-frozen-lock
# needs: yarn4
echo '{"name": "shop", "dependencies": {"left": "~1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py yarn4 install --no-immutable
echo '{"name": "shop", "dependencies": {"left": "~1.1.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py yarn4 install --immutable
