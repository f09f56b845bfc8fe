# expect: deployment js.npm-publish-conflict
# needs: npm npm6
echo '{"name": "left", "version": "1.0.0"}' >package.json
echo '//127.0.0.1:4873/:_authToken=loopback' >.npmrc
python3 $FOUNDRY/javascript/registry.py npm6 publish
python3 $FOUNDRY/javascript/registry.py npm publish
