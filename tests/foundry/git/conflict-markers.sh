# expect: version_control git.conflict-markers
# needs: git
git init -q -b main . && git config user.email a@b.c && git config user.name a
printf '<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> side\n' >a.py; git add a.py
git diff --check --cached
