# expect: dependency_missing js.pnpm-offline
# needs: pnpm10
echo '{"name": "shop", "dependencies": {"left": "1.0.0"}}' >package.json
pnpm10 install --offline --no-frozen-lockfile
