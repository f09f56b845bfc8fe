# expect: version_control git.would-overwrite
# needs: git
git init -q -b main . && git config user.email a@b.c && git config user.name a
echo one >a; git add a; git commit -qm one; git checkout -qb side; echo two >a; git commit -qam two; git checkout -q main; echo three >a
git checkout side; git merge side
git rm -qf --cached a; git commit -qm gone; git checkout side
