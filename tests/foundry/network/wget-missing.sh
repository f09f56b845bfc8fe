# expect: missing_file network.wget-404
# needs: wget python3 unshare ip
. "$FOUNDRY/faulty.sh"
wget -nv --tries 1 $base/404/tool.tar.gz
