# expect: success
# needs: wget python3 unshare ip
. "$FOUNDRY/faulty.sh"
echo data > site/tool.txt
wget $base/files/tool.txt
