# expect: credential network.npm-refused
# needs: npm python3
echo '{"name": "till", "version": "1.0.0"}' >package.json
export GITHUB_ACTIONS=true ACTIONS_ID_TOKEN_REQUEST_URL=http://127.0.0.1:4873/token?a=b ACTIONS_ID_TOKEN_REQUEST_TOKEN=loopback
echo '//127.0.0.1:4873/:_authToken=loopback' >.npmrc
python3 $FOUNDRY/javascript/registry.py npm publish --loglevel verbose
