# expect: toolchain js.node-too-old
# needs: ng17 node16 node14
echo '{"name": "shop"}' >package.json
node16 $(readlink -f $(command -v ng17)) build
ln -sfn /tmp/tools/managers/nodesass/node_modules node_modules
node -e "require('node-sass')"
