# expect: rate_limit network.wget-429
# needs: wget python3 unshare ip
. "$FOUNDRY/faulty.sh"
wget --tries 1 $base/429/tool.tar.gz
