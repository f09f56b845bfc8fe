# expect: disk_space js.node-enospc
# needs: node mount
mkdir out && mount -t tmpfs -o size=64k small out
echo "require('fs').writeFileSync('out/big', Buffer.alloc(1e6))" >a.js
node a.js; status=$?
umount out; exit $status
