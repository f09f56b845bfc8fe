# expect: dependency_missing js.node-package-missing
# needs: semantic-release git
git init -q --bare /tmp/foundry/home/origin.git
git init -q . -b main && git config user.email a@example.org && git config user.name a
echo '{"name": "shop", "version": "1.0.0", "repository": "https://github.com/shop/basket"}' >package.json
git add package.json && git commit -qm 'feat: a' && git remote add origin /tmp/foundry/home/origin.git && git push -q origin main
release() { semantic-release --no-ci --dry-run --branches main --repository-url /tmp/foundry/home/origin.git --plugins "$1" 2>&1 | head -30; }
release @semantic-release/nothing
release @semantic-release/commit-analyzer,@semantic-release/npm
exit 1
