# expect: import_error js.webpack-local-missing
# needs: webpack
ln -s /tmp/tools/node/node_modules node_modules
mkdir src; echo "require('./paint'); require('../lib/x')" >src/index.js
webpack --mode production
