# expect: toolchain js.node-primordials
# needs: gulp3
ln -s "$(dirname "$(dirname "$(dirname "$(readlink -f "$(command -v gulp3)")")")")" node_modules
echo "require('gulp')" >a.js
node a.js
