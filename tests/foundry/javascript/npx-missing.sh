# expect: dependency_missing js.npm-package-not-found
# needs: npm npm6 npm8
echo '{"name": "shop"}' >package.json
python3 $FOUNDRY/javascript/registry.py npm exec --yes lefft
python3 $FOUNDRY/javascript/registry.py npm8 exec --yes lefft
