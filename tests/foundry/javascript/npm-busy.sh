# expect: rate_limit network.npm-429
# needs: npm npm6
echo '{"name": "shop", "version": "1.0.0", "license": "MIT", "dependencies": {"busy": "^1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py npm6 install
python3 $FOUNDRY/javascript/registry.py npm install
