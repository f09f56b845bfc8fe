# expect: configuration_error js.npm-lock-broken
# needs: npm6
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"left": "^1.0.0"}}' >package.json
echo '{"name": "shop", "version": "1.0.0", "lockfileVersion": 1, "dependencies": {"left": {}}}' >package-lock.json
python3 $FOUNDRY/javascript/registry.py npm6 install
