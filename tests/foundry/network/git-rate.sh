# expect: rate_limit network.git-429
# needs: git python3 unshare ip
. "$FOUNDRY/faulty.sh"
git clone $base/429/shop.git
