# expect: missing_file network.curl-404
# needs: curl python3 unshare ip
. "$FOUNDRY/faulty.sh"
curl -fsSL -O $base/404/tool.tar.gz
