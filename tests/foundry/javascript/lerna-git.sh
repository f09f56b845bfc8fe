# expect: version_control js.lerna-git
# needs: lerna4 lerna6 lerna8 git
echo '{"name": "shop", "workspaces": ["packages/*"]}' >package.json; echo '{"version": "1.0.0"}' >lerna.json
mkdir -p packages/basket; echo '{"name": "basket", "version": "1.0.0"}' >packages/basket/package.json
lerna8 version patch --yes
git init -q -b main;
echo node_modules >.gitignore; git config user.name kim; git config user.email kim@shop.example
lerna8 version patch --yes
git add -A; git commit -qm start; git tag -a v1.0.0 -m v1.0.0
echo >prices.txt
lerna4 publish from-package --yes
lerna8 publish from-package --yes
git add -A; git commit -qm prices; git switch -q --detach
lerna6 version patch --yes
git switch -q main
lerna6 version patch --yes
