# expect: dependency_conflict js.pnpm-frozen-lock
# needs: pnpm10
echo '{"name": "shop", "dependencies": {"left": "~1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py pnpm10 install --no-frozen-lockfile
echo '{"name": "shop", "dependencies": {"left": "~1.1.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py pnpm10 install
