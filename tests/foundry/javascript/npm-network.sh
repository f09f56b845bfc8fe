# expect: network js.npm-network
# needs: npm npm6
echo '{"name": "shop", "version": "1.0.0"}' >package.json
export npm_config_fetch_retries=0
python3 $FOUNDRY/javascript/registry.py npm6 install cut
python3 $FOUNDRY/javascript/registry.py npm install cut
npm6 install left --registry=http://127.0.0.1:9/
npm install left --registry=http://registry.invalid/
npm install left --registry=http://127.0.0.1:9/
