# expect: credential cloud.login
# needs: gh
gh pr list -R shop/basket
GITHUB_ACTIONS=true gh pr list -R shop/basket
