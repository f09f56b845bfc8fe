# expect: infrastructure js.npm-server-error
# needs: npm npm6
echo '{"name": "shop", "version": "1.0.0"}' >package.json
python3 $FOUNDRY/javascript/registry.py npm6 install broken
python3 $FOUNDRY/javascript/registry.py npm install broken
python3 $FOUNDRY/javascript/registry.py npm install overloaded
