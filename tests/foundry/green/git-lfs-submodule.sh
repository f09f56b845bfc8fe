# expect: success
# needs: git
git config --global user.name ci; git config --global user.email ci@example.test; git config --global protocol.file.allow always
git config --global init.defaultBranch main; git config --global advice.detachedHead false
for r in errors app; do git init -q $r; (cd $r; echo failed > fatal.txt; git add .; git commit -qm "error: initial"); done
cd app; git submodule add ../errors errors; git commit -qm 'add errors'; git submodule update --init --recursive; git submodule status
git tag v1-failed; git tag -d v1-failed; git stash list; echo more > fatal.txt; git stash; git stash pop; git add .; git commit -m 'Revert "fix: timeout error"'
git rebase HEAD~1; git worktree add ../fix -b fix/error-500; git cherry-pick --quit; git diff HEAD~1 | cat; git -c color.ui=always log --oneline
git clone --depth 1 "file://$PWD" ../shallow; git remote -v; git ls-remote . ; git fetch --dry-run; git describe --always --tags
