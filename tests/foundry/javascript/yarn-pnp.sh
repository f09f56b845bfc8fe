# expect: dependency_missing js.yarn-pnp
# needs: yarn4
echo '{"name": "shop", "dependencies": {"left": "~1.0.0"}, "scripts": {"build": "node build.js"}}' >package.json
echo "require('left'); require('tally')" >build.js
python3 $FOUNDRY/javascript/registry.py yarn4 install --no-immutable
yarn4 build
