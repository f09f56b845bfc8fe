# expect: network network.curl
# needs: curl python3 unshare ip
. "$FOUNDRY/faulty.sh"
curl -sSL http://downloads.example.org/tool.tar.gz
curl -sSL http://198.51.100.7:9/tool.tar.gz
curl -sSL $base/reset/tool.tar.gz
curl -sSL $base/close/tool.tar.gz
curl -sSL -o tool.tar.gz $base/cut/tool.tar.gz
curl -sSL --max-time 1 $base/hang/tool.tar.gz
curl -sSL --connect-timeout 1 http://198.51.100.7:9/tool.tar.gz
