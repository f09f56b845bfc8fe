# expect: infrastructure network.npm-5xx
# needs: yarn1 yarn4
echo '{"name": "shop", "version": "1.0.0", "license": "MIT", "dependencies": {"down": "^1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py yarn1 install
python3 $FOUNDRY/javascript/registry.py yarn4 install --no-immutable
