# expect: rate_limit network.npm-429
# needs: pnpm7 pnpm10
echo '{"name": "shop", "version": "1.0.0", "license": "MIT", "dependencies": {"busy": "^1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py pnpm7 install --no-frozen-lockfile
python3 $FOUNDRY/javascript/registry.py pnpm10 install --no-frozen-lockfile
