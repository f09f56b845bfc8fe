# expect: quality_gate git.dirty-diff
# needs: git
git init -q -b main . && git config user.email a@b.c && git config user.name a
echo one >api.json; git add api.json; git commit -qm one; echo two >api.json
git diff --exit-code
