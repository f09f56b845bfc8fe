# expect: security_finding js.npm-advisory
# needs: npm
echo '{"name": "shop", "version": "1.0.0"}' >package.json
python3 $FOUNDRY/javascript/registry.py npm install leaky@1.0.0
python3 $FOUNDRY/javascript/registry.py npm audit
