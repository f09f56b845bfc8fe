# expect: dependency_missing js.bin-not-installed
# needs: node
echo '{"name": "shop", "version": "1.0.0", "scripts": {"lint": "./node_modules/.bin/eslint src"}}' >package.json
echo 'node_modules/.bin/rollup -c' >build.sh
bash build.sh; npm run lint
