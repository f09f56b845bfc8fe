# expect: toolchain js.node-bad-option
# needs: node
node --experimental-nothing a.js; NODE_OPTIONS=--eval node -v
