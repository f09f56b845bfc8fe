# expect: quality_gate git.dirty-tree
# needs: git
git init -q -b main . && git config user.email a@b.c && git config user.name a
echo one >api.json; git add api.json; git commit -qm one; echo two >api.json
git diff --exit-code || { echo 'Error: uncommitted changes detected, please run make generate'; exit 1; }
