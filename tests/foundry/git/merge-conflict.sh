# expect: version_control git.merge-conflict
# needs: git
git init -q -b main . && git config user.email a@b.c && git config user.name a
echo one >a; git add a; git commit -qm one; git checkout -qb side; echo two >a; git commit -qam two; git checkout -q main; echo three >a; git commit -qam three
git merge side
git merge --abort; git rebase side
git rebase --abort; git cherry-pick side
