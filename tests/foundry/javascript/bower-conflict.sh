# expect: dependency_conflict packages.bower-conflict
# needs: bower git
for name in prices basket; do git init -q ~/$name; done
commit() { git -C ~/$1 add -A; git -C ~/$1 -c user.name=k -c user.email=k@shop.example commit -q --allow-empty -m a; git -C ~/$1 tag v$2; }
commit prices 1.0.0; commit prices 2.0.0
echo '{"name": "basket", "dependencies": {"prices": "/tmp/foundry/home/prices#^1.0.0"}}' >~/basket/bower.json; commit basket 1.0.0
echo '{"name": "shop", "dependencies": {"basket": "/tmp/foundry/home/basket#^1.0.0", "prices": "/tmp/foundry/home/prices#^2.0.0"}}' >bower.json
bower install --allow-root --config.interactive=false
