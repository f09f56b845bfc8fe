# expect: network packages.bower-network
# needs: bower
echo '{"name": "shop", "dependencies": {"prices": "^1.0.0"}}' >bower.json; echo '{"registry": "http://127.0.0.1:9"}' >.bowerrc
bower install --allow-root
echo '{"registry": "http://registry.invalid"}' >.bowerrc
bower install --allow-root
