# expect: network network.wget
# needs: wget python3 unshare ip
. "$FOUNDRY/faulty.sh"
wget -nv --tries 1 http://downloads.example.org/tool.tar.gz
wget -nv --tries 1 http://198.51.100.7:9/tool.tar.gz
wget -nv --tries 1 $base/reset/tool.tar.gz
wget -nv --tries 1 --timeout 1 $base/hang/tool.tar.gz
