# expect: toolchain js.node-below
# needs: vite7 node18
echo '{"name": "shop", "type": "module"}' >package.json
node18 $(readlink -f $(command -v vite7)) build
