# expect: dependency_missing js.npx-canceled
# needs: npm npm8
echo '{"name": "shop"}' >package.json
python3 $FOUNDRY/javascript/registry.py npm8 exec --no tally
python3 $FOUNDRY/javascript/registry.py npm exec --no tally
