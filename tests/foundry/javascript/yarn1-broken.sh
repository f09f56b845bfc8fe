# expect: crash js.yarn-crash
# needs: yarn1
echo '{"name": "shop", "license": "MIT", "dependencies": {"left": 1}}' >package.json
python3 $FOUNDRY/javascript/registry.py yarn1 install
echo '{"name": "shop", "license": "MIT", "dependencies": {"left": "^1.0.0"}, "resolutions": {"left": 1}}' >package.json
python3 $FOUNDRY/javascript/registry.py yarn1 install
echo '{"name": "shop", "license": "MIT", "bin": {"a": 1}, "scripts": {"a": 1}}' >package.json
yarn1 install; yarn1 run a
