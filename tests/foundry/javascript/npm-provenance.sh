# expect: credential network.npm-provenance
# needs: npm npm9
echo '{"name": "till", "version": "1.0.0"}' >package.json
echo '//127.0.0.1:4873/:_authToken=loopback' >.npmrc
python3 $FOUNDRY/javascript/registry.py npm9 publish --provenance
export GITHUB_ACTIONS=true
python3 $FOUNDRY/javascript/registry.py npm9 publish --provenance
python3 $FOUNDRY/javascript/registry.py npm publish --provenance --access public
