# expect: dependency_conflict js.npm-integrity
# needs: npm npm6
echo '{"name": "shop", "dependencies": {"tampered": "^1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py npm6 install
python3 $FOUNDRY/javascript/registry.py npm install
