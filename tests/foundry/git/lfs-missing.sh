# expect: toolchain git.lfs-missing
# needs: git
mkdir bin; ln -s /usr/bin/git bin/git; git init -q -b main .    # a machine without git-lfs
PATH=$PWD/bin git --exec-path=$PWD/bin lfs pull
