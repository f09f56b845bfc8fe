# expect: version_control git.submodule-mapping
# needs: git
git init -q -b main . && git config user.email a@b.c && git config user.name a
git init -q -b main sub; git -C sub -c user.email=a@b.c -c user.name=a commit -q --allow-empty -m one
git -c advice.addEmbeddedRepo=false add sub; git commit -qm sub; git submodule update --init
