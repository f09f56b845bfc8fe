# expect: dependency_missing js.yarn-package-not-found
# needs: yarn1
echo '{"name": "shop", "license": "MIT", "dependencies": {"left": "^9.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py yarn1 install
echo '{"name": "shop", "license": "MIT", "dependencies": {"lefft": "^1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py yarn1 install
