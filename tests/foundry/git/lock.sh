# expect: infrastructure git.index-lock
# needs: git
git init -q -b main . ; touch .git/index.lock; echo 1 >a
git add a
