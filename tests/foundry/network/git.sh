# expect: network network.git
# needs: git python3 unshare ip
. "$FOUNDRY/faulty.sh"
git clone http://git.example.org/shop.git
git clone http://198.51.100.7:9/shop.git
git clone $base/reset/shop.git
git clone git://198.51.100.7/shop.git
