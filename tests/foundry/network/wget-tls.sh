# expect: network network.wget-tls
# needs: wget python3 unshare ip
. "$FOUNDRY/faulty.sh"
wget -nv --tries 1 https://198.51.100.7:8443/tool.tar.gz
wget -nv --tries 1 https://198.51.100.7:8442/tool.tar.gz
