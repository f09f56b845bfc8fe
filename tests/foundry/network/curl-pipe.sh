# expect: network network.not-an-archive
# needs: curl python3 unshare ip tar
. "$FOUNDRY/faulty.sh"
curl -sSL $base/html/tool.tar.gz | tar xz
curl -sSL $base/503/tool.tar.gz | tar xz
curl -sSL $base/html/tool.zip -o tool.zip; unzip tool.zip
exit 1
