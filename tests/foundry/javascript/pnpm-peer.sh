# expect: dependency_conflict js.pnpm-peer
# needs: pnpm10
echo '{"name": "shop", "dependencies": {"left": "^2.0.0", "right": "^1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py pnpm10 install --no-frozen-lockfile --config.strict-peer-dependencies=true
