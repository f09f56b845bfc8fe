# expect: network network.git-tls
# needs: git python3 unshare ip
. "$FOUNDRY/faulty.sh"
git clone https://198.51.100.7:8443/shop.git
git clone https://198.51.100.7:8442/shop.git
