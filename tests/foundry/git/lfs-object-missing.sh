# expect: missing_file git.lfs-object-missing
# needs: git git-lfs python3
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b
python3 "$FOUNDRY/git/lfs_server.py" & server=$!
trap 'kill $server' EXIT
git lfs install --skip-smudge >/dev/null
git init -q shop && cd shop && git lfs track '*.png' >/dev/null && head -c 3000 /dev/zero >till.png && git add . && git commit -qm till
git config -f .lfsconfig lfs.url http://127.0.0.1:2398/gone && git add .lfsconfig && git commit -qm lfs && cd ..
git lfs install --force >/dev/null; sleep 1
git clone file:///tmp/foundry/app/shop ci
