# expect: version_control git.no-tags
# needs: git
git init -q -b main . && git -c user.email=a@b.c -c user.name=a commit -q --allow-empty -m one
git describe --tags; git describe
