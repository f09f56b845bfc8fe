# expect: credential js.pnpm-login
# needs: pnpm7 pnpm10
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"private": "^1.0.0"}}' >package.json
python3 $FOUNDRY/javascript/registry.py pnpm7 install --no-frozen-lockfile
python3 $FOUNDRY/javascript/registry.py pnpm10 install --no-frozen-lockfile
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"barred": "^1.0.0"}}' >package.json
echo '//127.0.0.1:4873/:_authToken=loopback' >.npmrc
python3 $FOUNDRY/javascript/registry.py pnpm10 install --no-frozen-lockfile
