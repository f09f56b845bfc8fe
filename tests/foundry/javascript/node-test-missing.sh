# expect: missing_file js.node-test-missing
# needs: node
node --test test/sum.test.js
