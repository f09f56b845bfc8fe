# expect: version_control js.npm-git
# needs: npm npm6 git
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"prices": "git+file:///tmp/foundry/home/prices.git#v1"}}' >package.json
npm6 install
npm install
git init -q ~/prices.git; cd ~/prices.git; git -c user.name=a -c user.email=a@example.org commit -q --allow-empty -m a; cd - >/dev/null
npm6 install
npm install
