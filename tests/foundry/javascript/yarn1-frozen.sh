# expect: dependency_conflict js.yarn-frozen-lock
# needs: yarn1
echo '{"name": "shop", "license": "MIT", "dependencies": {"left": "~1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py yarn1 install
echo '{"name": "shop", "license": "MIT", "dependencies": {"left": "~1.1.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py yarn1 install --frozen-lockfile
