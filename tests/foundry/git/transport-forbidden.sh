# expect: version_control git.transport-forbidden
# needs: git
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b
git init -q prices && git -C prices commit -q --allow-empty -m prices
git init -q shop && cd shop && git -c protocol.file.allow=always submodule --quiet add ../prices prices && git commit -qm shop && cd ..
git clone --recurse-submodules shop ci
