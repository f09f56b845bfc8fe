# expect: dependency_conflict js.npm-peer
# needs: npm npm8
echo '{"name": "shop", "dependencies": {"left": "^2.0.0", "right": "^1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py npm8 install
python3 $FOUNDRY/javascript/registry.py npm install
