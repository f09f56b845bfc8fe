# expect: success
# needs: curl python3 unshare ip
. "$FOUNDRY/faulty.sh"
echo data > site/tool.txt
curl -sS $base/503/tool.txt
curl -fsSL $base/files/tool.txt
