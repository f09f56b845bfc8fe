# expect: infrastructure network.npm-5xx
# needs: npm npm6
echo '{"name": "shop", "version": "1.0.0", "license": "MIT", "dependencies": {"down": "^1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py npm6 install
python3 $FOUNDRY/javascript/registry.py npm install
