# expect: import_error js.node-not-defined
# needs: node
echo "console.log(missing.length)" >a.js
node a.js
