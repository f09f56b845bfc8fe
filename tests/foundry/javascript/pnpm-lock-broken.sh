# expect: configuration_error js.lock-broken
# needs: pnpm8 pnpm10
echo '{"name": "shop", "dependencies": {"left": "~1.0.0"}}' >package.json
printf 'lockfileVersion: "9.0"\n<<<<<<< HEAD\nimporters: {}\n=======\nimporters: []\n' >pnpm-lock.yaml
python3 $FOUNDRY/javascript/registry.py pnpm10 install --frozen-lockfile
python3 $FOUNDRY/javascript/registry.py pnpm8 install --frozen-lockfile
