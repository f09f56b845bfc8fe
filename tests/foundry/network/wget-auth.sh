# expect: credential network.wget-auth
# needs: wget python3 unshare ip
. "$FOUNDRY/faulty.sh"
wget --tries 1 $base/401/tool.tar.gz
wget --tries 1 $base/403/tool.tar.gz
