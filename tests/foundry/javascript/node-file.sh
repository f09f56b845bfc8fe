# expect: missing_file js.node-enoent
# needs: node
echo "require('fs').readFileSync('config/shop.yml')" >a.js
node a.js
