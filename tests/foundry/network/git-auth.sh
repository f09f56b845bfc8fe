# expect: credential network.git-auth
# needs: git python3 unshare ip
. "$FOUNDRY/faulty.sh"
git clone $base/401/shop.git
GIT_TERMINAL_PROMPT=0 git clone $base/401/shop.git
git clone http://robot:wrong@198.51.100.7:8080/401/shop.git
git clone $base/403/shop.git
