# expect: credential network.npm-login
# needs: npm npm8
echo '{"name": "till", "version": "1.0.0"}' >package.json
python3 $FOUNDRY/javascript/registry.py npm8 publish
python3 $FOUNDRY/javascript/registry.py npm publish
