# expect: missing_file js.pnpm-no-lock
# needs: pnpm10
echo '{"name": "shop", "dependencies": {"left": "~1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py pnpm10 install --frozen-lockfile
