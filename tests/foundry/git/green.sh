# expect: success
# needs: git
git init -q -b main . && git config user.email a@b.c && git config user.name a
echo one >a; git add a; git commit -qm 'fix: CONFLICT (content) in the error: failed to push some refs'; git checkout -b side; echo two >a; git commit -qam 'fatal: not a git repository'; git checkout main
git merge side; git log --oneline; git diff --exit-code; git status; git tag v1; git describe --tags
git checkout v1; git fetch -v . main
