# expect: crash js.npm-crash
# needs: npm npm6
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"cut": "^1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py npm6 install
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"left": "^1.0.0"}}' >package.json
echo '{"name": "shop", "version": "1.0.0", "lockfileVersion": 1, "dependencies": {"left": {"resolved": "http://127.0.0.1:4873/left/-/left-1.0.0.tgz"}}}' >package-lock.json
python3 $FOUNDRY/javascript/registry.py npm6 install
echo '{"name": "shop", "version": "1.0.0", "lockfileVersion": 2, "packages": {"": {"dependencies": {"left": "^1.0.0"}}, "node_modules/left": {"link": true}}, "dependencies": {"left": {"version": "1.0.0"}}}' >package-lock.json
python3 $FOUNDRY/javascript/registry.py npm install
