# expect: toolchain js.node-spawn-enoent
# needs: node
echo "require('child_process').spawn('wkhtmltopdf', ['a'])" >a.js
node a.js
