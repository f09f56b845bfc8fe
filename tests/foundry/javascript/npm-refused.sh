# expect: credential network.npm-refused
# needs: npm npm6 npm8
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"barred": "^1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py npm6 install
python3 $FOUNDRY/javascript/registry.py npm8 install
python3 $FOUNDRY/javascript/registry.py npm install
