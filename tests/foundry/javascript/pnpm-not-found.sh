# expect: dependency_missing js.npm-no-version
# needs: pnpm8 pnpm10
echo '{"name": "shop", "dependencies": {"left": "^9.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py pnpm10 install --no-frozen-lockfile
echo '{"name": "shop", "dependencies": {"lefft": "^1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py pnpm8 install --no-frozen-lockfile
python3 $FOUNDRY/javascript/registry.py pnpm10 install --no-frozen-lockfile
