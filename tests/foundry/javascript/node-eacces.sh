# expect: permission_denied js.node-eacces
# needs: node setpriv
echo "require('fs').writeFileSync('/etc/shop.conf', '')" >a.js
chmod 755 . && chmod 644 a.js
setpriv --reuid=65534 --clear-groups node a.js
