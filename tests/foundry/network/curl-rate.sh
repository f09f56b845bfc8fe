# expect: rate_limit network.curl-429
# needs: curl python3 unshare ip
. "$FOUNDRY/faulty.sh"
curl -fsSL -O $base/429/tool.tar.gz
