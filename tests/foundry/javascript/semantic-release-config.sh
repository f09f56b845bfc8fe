# expect: configuration_error cloud.semantic-release-config
# needs: semantic-release19 semantic-release23 git
git init -q -b main; git config user.name kim; git config user.email kim@shop.example
echo '{"name": "shop", "version": "1.0.0"}' >package.json; git add -A; git commit -qm "feat: start"
echo '{"plugins": ["@semantic-release/commit-analyzer"]}' >.releaserc
semantic-release19 --no-ci
git init -q --bare ~/shop.git; git push -q ~/shop.git main
echo '{"branches": "release", "tagFormat": "v", "plugins": ["@semantic-release/commit-analyzer"]}' >.releaserc
semantic-release23 --no-ci --repository-url file://$HOME/shop.git
