# expect: infrastructure network.curl-5xx
# needs: curl python3 unshare ip
. "$FOUNDRY/faulty.sh"
curl -fsSL -O $base/500/tool.tar.gz
curl -fsSL -O $base/503/tool.tar.gz
