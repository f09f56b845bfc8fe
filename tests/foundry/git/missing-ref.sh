# expect: version_control git.missing-ref
# needs: git
git init -q -b main up && git -C up -c user.email=a@b.c -c user.name=a commit -q --allow-empty -m one
git clone -q up app; cd app
git checkout v9.9; git rev-parse v9.9
git fetch origin feature/gone
git clone -b feature/gone ../up other
git show 1234567890123456789012345678901234567890
git log v1..HEAD
git merge-base main nothing
exit 1
