# expect: credential cloud.semantic-release-token
# needs: semantic-release19 semantic-release23 git
git init -q -b main; git config user.name kim; git config user.email kim@shop.example
echo '{"name": "shop", "version": "1.0.0", "repository": "https://127.0.0.1:9/kim/shop.git"}' >package.json
git add -A; git commit -qm "feat: start"
semantic-release19 --no-ci
semantic-release23 --no-ci
git init -q --bare ~/shop.git; git push -q ~/shop.git main
semantic-release23 --no-ci --repository-url file://$HOME/shop.git
semantic-release19 --no-ci --repository-url file://$HOME/shop.git
