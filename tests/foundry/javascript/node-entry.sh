# expect: missing_file js.node-entry-missing
# needs: node
node server.js
