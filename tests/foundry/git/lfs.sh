# expect: version_control git.lfs
# needs: git git-lfs python3
git init -q -b main . && git config user.email a@b.c && git config user.name a; git lfs install --local
printf '*.bin filter=lfs diff=lfs merge=lfs -text\n' >.gitattributes; head -c 2000 /dev/zero >a.bin; git add .; git commit -qm one
rm -rf .git/lfs/objects; rm a.bin; mkdir "$HOME/e"; (cd "$HOME/e"; exec python3 -m http.server -b 127.0.0.1 4874 >/dev/null 2>&1) & sleep 1
git remote add origin http://127.0.0.1:4874/shop.git
git config lfs.url http://127.0.0.1:4874/shop.git/info/lfs; git config lfs.locksverify false
git checkout -f HEAD -- a.bin; status=$?; git lfs pull
kill %1; exit $status
