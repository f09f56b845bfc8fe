# expect: infrastructure network.git-5xx
# needs: git python3 unshare ip
. "$FOUNDRY/faulty.sh"
git clone $base/503/shop.git
