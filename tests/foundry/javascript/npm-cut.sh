# expect: network network.npm
# needs: npm npm8
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"cut": "^1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py npm8 install
python3 $FOUNDRY/javascript/registry.py npm install
