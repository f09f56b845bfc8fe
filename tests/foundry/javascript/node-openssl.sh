# expect: toolchain js.node-openssl
# needs: node
echo "require('crypto').createHash('md4')" >a.js
node a.js
