# expect: permission_denied js.npm-eacces
# needs: npm npm6 setpriv
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"left": "1.0.0"}}' >package.json
mkdir "$HOME/.npm" && chmod -R go= "$HOME/.npm" && chmod 755 . && chmod 644 package.json && chown -R 65534 "$HOME"
python3 $FOUNDRY/javascript/registry.py setpriv --reuid=65534 --clear-groups npm6 install
python3 $FOUNDRY/javascript/registry.py setpriv --reuid=65534 --clear-groups npm install
