# expect: network network.ssh-connect
# needs: git ssh python3 unshare ip
. "$FOUNDRY/faulty.sh"
git clone ssh://git@198.51.100.7/shop.git
git clone git@git.example.org:shop.git
