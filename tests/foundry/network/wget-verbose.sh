# expect: network network.wget
# needs: wget python3 unshare ip
. "$FOUNDRY/faulty.sh"
wget --tries 2 $base/cut/tool.tar.gz
wget --tries 1 http://198.51.100.7:9/tool.tar.gz
