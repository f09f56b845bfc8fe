# expect: dependency_missing packages.bower
# needs: bower git
git init -q ~/prices; git -C ~/prices -c user.name=k -c user.email=k@shop.example commit -q --allow-empty -m a; git -C ~/prices tag v1.0.0
echo '{"name": "shop", "dependencies": {"prices": "/tmp/foundry/home/prices#^9.0.0"}}' >bower.json
bower install --allow-root
echo '{"name": "shop", "dependencies": {"prices": "/tmp/foundry/home/left"}}' >bower.json
bower install --allow-root
echo '{"name": "shop", "dependencies": {"prices": }}' >bower.json
bower install --allow-root
