# expect: rate_limit js.npm-rate-limit
# needs: npm npm6
echo '{"name": "shop", "version": "1.0.0"}' >package.json
python3 $FOUNDRY/javascript/registry.py npm6 install too-often
python3 $FOUNDRY/javascript/registry.py npm install too-often
