# expect: success
# needs: git
# What git says about commits and branches is named by people, and is no evidence.
set -e
export GIT_AUTHOR_DATE=2026-01-31T12:00:00Z GIT_COMMITTER_DATE=2026-01-31T12:00:00Z  # the same commits each time
git config --global user.email a@b.c && git config --global user.name a
git init -q -b main up && cd up && echo one >a.txt && git add a.txt
git commit -qm "Fix ModuleNotFoundError: No module named 'structlog'"
git branch "fix-permission-denied" && git branch "feature/error-timeout" && git tag "v1-oom-killed"
cd .. && git clone -q --no-tags --single-branch up down && cd down
git fetch --tags origin '+refs/heads/*:refs/remotes/origin/*'
git checkout --detach
cd ../up && echo two >>a.txt && git commit -qam "error: Cannot find module 'left-pad'" && cd ../down
git pull --ff-only origin main
git checkout --force origin/main
git reset --hard HEAD
git checkout -B main
