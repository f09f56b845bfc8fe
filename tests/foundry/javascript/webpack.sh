# expect: dependency_missing js.webpack-package-missing
# needs: webpack
ln -s /tmp/tools/node/node_modules node_modules
mkdir src; echo "require('left-shelf/blue'); require('./paint')" >src/index.js
webpack --mode production
