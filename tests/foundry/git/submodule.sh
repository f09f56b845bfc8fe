# expect: version_control git.submodule
# needs: git
git init -q -b main . && git config user.email a@b.c && git config user.name a
git init -q -b main ../home/sub; git -C ../home/sub -c user.email=a@b.c -c user.name=a commit -q --allow-empty -m one
git -c protocol.file.allow=always submodule --quiet add "$HOME/sub" libs/sub; git commit -qm sub
rm -rf "$HOME/sub"; git clone -q . "$HOME/clone"; cd "$HOME/clone"
git submodule update --init; git -c protocol.file.allow=always submodule update --init
