# expect: dependency_missing js.yarn4-not-installed
# needs: yarn4
echo '{"name": "shop", "dependencies": {"tally": "~1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py yarn4 install --no-immutable >/dev/null
rm .pnp.cjs
yarn4 run tally
