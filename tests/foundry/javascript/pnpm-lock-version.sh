# expect: missing_file js.pnpm-no-lock
# needs: pnpm7 pnpm8 pnpm10
echo '{"name": "shop", "dependencies": {"left": "~1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py pnpm10 install --no-frozen-lockfile >/dev/null
python3 $FOUNDRY/javascript/registry.py pnpm7 install --frozen-lockfile
python3 $FOUNDRY/javascript/registry.py pnpm8 install --frozen-lockfile
