# expect: permission_denied git.dubious-ownership
# needs: git
git init -q -b main . && chown -R 65534 .
git status
