# expect: configuration_error js.pnpm-settings
# needs: pnpm10
echo '{"name": "shop", "dependencies": {"native": "~1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py pnpm10 install --no-frozen-lockfile --config.strict-dep-builds=true
