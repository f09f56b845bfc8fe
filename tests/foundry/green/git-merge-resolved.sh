# expect: success
# needs: git
git init -q . -b main && git config user.email a@example.org && git config user.name a
echo a >prices; git add prices; git commit -qm a; git checkout -qb other; echo b >prices; git commit -qam b; git checkout -q main; echo c >prices; git commit -qam c
git merge other -X ours -m 'merge: keep our prices' && git log --oneline --graph && git status
git stash list; git rebase main; git cherry-pick --abort 2>/dev/null || true; git diff --check && git fsck --strict
