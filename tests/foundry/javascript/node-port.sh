# expect: infrastructure js.port-in-use
# needs: node
echo "const n = require('net'); n.createServer().listen(4999, () => n.createServer().listen(4999))" >a.js
node a.js
