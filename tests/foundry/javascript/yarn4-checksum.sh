# expect: dependency_conflict js.yarn4-checksum
# needs: yarn4
echo '{"name": "shop", "dependencies": {"left": "~1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py yarn4 install --no-immutable >/dev/null
sed -i 's,checksum: \(10[^/]*/\)....,checksum: \10000,' yarn.lock; rm -rf ~/.yarn
python3 $FOUNDRY/javascript/registry.py yarn4 install --immutable
