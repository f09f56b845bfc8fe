# expect: success
# needs: git
git config --global user.name ci; git config --global user.email ci@example.test
git init app; cd app
echo 'raise Error("failed")' > error.py; git add . ; git commit -m "fix: error on timeout"
git checkout -b fix/failed-login; echo 1 > fatal.txt; git add .; git commit -qm "handle fatal: not a git repository"
git checkout HEAD~1; git switch -; git checkout -q master 2>/dev/null || git checkout -q main
echo 2 > conflict.txt; git add .; git commit -qm "Merge conflict in docs"
git merge fix/failed-login -m "merge failed-login" ; git log --oneline --stat
cd ..; git clone --bare app app.git; git clone app.git copy; cd copy
git fetch --all --prune; git pull; git branch -a; git push origin HEAD:refs/heads/error-report; git gc; git fsck
git config --get no.such || true
git diff --exit-code && git status
