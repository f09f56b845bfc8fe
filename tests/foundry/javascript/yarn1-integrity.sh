# expect: dependency_conflict js.npm-integrity
# needs: yarn1
echo '{"name": "shop", "license": "MIT", "dependencies": {"tampered": "^1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py yarn1 install
