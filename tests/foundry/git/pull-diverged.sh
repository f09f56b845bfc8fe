# expect: version_control git.diverged
# needs: git
git init -q -b main up && git -C up -c user.email=a@b.c -c user.name=a commit -q --allow-empty -m one
git clone -q up a; git -C up -c user.email=a@b.c -c user.name=a commit -q --allow-empty -m two
cd a; git config user.email a@b.c; git config user.name a; git commit -q --allow-empty -m three
git pull; git pull --ff-only
