# expect: version_control git.tag-exists
# needs: git
git init -q . && git config user.email shop@example.com && git config user.name Shop
git commit -q --allow-empty -m 'shop: opens' && git tag v1.0.0
git tag v1.0.0
