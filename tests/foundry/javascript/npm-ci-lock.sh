# expect: dependency_conflict js.npm-lock-out-of-sync
# needs: npm npm8
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"left": "~1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py npm install
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"left": "~1.1.0", "leaky": "^1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py npm8 ci 2>&1 | head -n 12    # the rest is the usage
python3 $FOUNDRY/javascript/registry.py npm ci 2>&1 | head -n 12
exit 1
