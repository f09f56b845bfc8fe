# expect: missing_file js.yarn-pnp-path
# needs: yarn4
echo '{"name": "shop", "dependencies": {"native": "^1.0.0"}}' >package.json
YARN_ENABLE_SCRIPTS=1 python3 $FOUNDRY/javascript/registry.py yarn4 install --no-immutable
