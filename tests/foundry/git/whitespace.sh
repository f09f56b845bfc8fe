# expect: lint git.whitespace
# needs: git
git init -q -b main . && git config user.email a@b.c && git config user.name a
printf 'one  \n  \ttwo\n\n\n' >a.py; git add a.py; git diff --cached --check
