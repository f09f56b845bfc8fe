# expect: version_control js.npm-git
# needs: npm git ssh
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"prices": "git+ssh://git@127.0.0.1/shop/prices.git"}}' >package.json
npm install
