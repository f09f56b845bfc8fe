# expect: version_control network.git-not-found
# needs: git python3 unshare ip
. "$FOUNDRY/faulty.sh"
git clone $base/404/shop.git
