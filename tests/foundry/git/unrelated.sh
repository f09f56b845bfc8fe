# expect: version_control git.unrelated-histories
# needs: git
git init -q -b main . && git config user.email a@b.c && git config user.name a
git commit -q --allow-empty -m one; git checkout -q --orphan side; git commit -q --allow-empty -m two
git merge main
