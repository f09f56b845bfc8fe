# expect: credential js.npm-login
# needs: npm npm6
echo '{"name": "shop", "version": "1.0.0"}' >package.json
python3 $FOUNDRY/javascript/registry.py npm6 install no-login
python3 $FOUNDRY/javascript/registry.py npm install no-right
python3 $FOUNDRY/javascript/registry.py npm publish
python3 $FOUNDRY/javascript/registry.py npm install no-login
