# expect: configuration_error js.npx-no-bin
# needs: npm npm8
echo '{"name": "shop"}' >package.json
python3 $FOUNDRY/javascript/registry.py npm8 exec --yes left
python3 $FOUNDRY/javascript/registry.py npm exec --yes left
