# expect: network network.curl-tls
# needs: curl python3 unshare ip
. "$FOUNDRY/faulty.sh"
curl -sSL https://198.51.100.7:8443/tool.tar.gz
curl -sSL --cacert /tmp/foundry/packages.example.org300.pem https://198.51.100.7:8442/tool.tar.gz
curl -sSL https://198.51.100.7:8080/tool.tar.gz
