# expect: infrastructure network.wget-5xx
# needs: wget python3 unshare ip
. "$FOUNDRY/faulty.sh"
wget -nv --tries 1 $base/503/tool.tar.gz
wget --tries 1 $base/500/tool.tar.gz
