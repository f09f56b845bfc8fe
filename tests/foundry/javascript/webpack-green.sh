# expect: success
# needs: webpack
ln -s /tmp/tools/node/node_modules node_modules
mkdir src; echo "console.log('Module not found: Error: no')" >src/index.js
webpack --mode development
