# expect: version_control git.push-rejected
# needs: git
git init -q --bare -b main up.git
git clone -q up.git a; git clone -q up.git b
for d in a b; do git -C $d config user.email a@b.c; git -C $d config user.name a; done
(cd a; git checkout -qb main; git commit -q --allow-empty -m one; git push -q origin main)
(cd b; git checkout -qb main; git commit -q --allow-empty -m two; git push origin main)
status=$?
(cd b; git fetch -q; git push origin main)
exit $status
