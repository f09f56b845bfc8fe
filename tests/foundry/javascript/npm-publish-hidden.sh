# expect: credential js.npm-publish-hidden
# needs: npm npm6 npm8
echo '{"name": "hidden", "version": "1.0.0"}' >package.json
echo '//127.0.0.1:4873/:_authToken=loopback' >.npmrc
python3 $FOUNDRY/javascript/registry.py npm6 publish
python3 $FOUNDRY/javascript/registry.py npm8 publish
python3 $FOUNDRY/javascript/registry.py npm publish
