# expect: dependency_missing js.npm-no-version
# needs: npm npm6
echo '{"name": "shop", "dependencies": {"left": "^9.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py npm6 install
python3 $FOUNDRY/javascript/registry.py npm install
