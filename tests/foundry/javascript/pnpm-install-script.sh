# expect: missing_file js.node-entry-missing
# needs: pnpm7 pnpm8
echo '{"name": "shop", "dependencies": {"native": "~1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py pnpm7 install --no-frozen-lockfile
rm -rf node_modules
python3 $FOUNDRY/javascript/registry.py pnpm8 install --no-frozen-lockfile
