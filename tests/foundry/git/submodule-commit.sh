# expect: version_control git.submodule-commit
# needs: git
git config --global protocol.file.allow always; git config --global user.email a@b.c; git config --global user.name a
git init -q -b main "$HOME/sub"; git -C "$HOME/sub" commit -q --allow-empty -m one
git init -q -b main . && git submodule --quiet add "$HOME/sub" libs/sub
git -C libs/sub commit -q --allow-empty -m 'never pushed'; git add libs/sub; git commit -qm sub
git clone -q . "$HOME/clone"; cd "$HOME/clone"; git submodule update --init
