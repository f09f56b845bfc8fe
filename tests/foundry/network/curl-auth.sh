# expect: credential network.curl-auth
# needs: curl python3 unshare ip
. "$FOUNDRY/faulty.sh"
curl -fsSL -O $base/401/tool.tar.gz
curl -fsSL -O $base/403/tool.tar.gz
