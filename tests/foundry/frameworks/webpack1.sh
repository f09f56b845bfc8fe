# expect: dependency_missing js.webpack-package-missing
# needs: webpack1
ln -s /tmp/tools/frameworks/webpack1/node_modules node_modules
mkdir src; echo "require('left-shelf'); require('./paint')" >src/index.js
NODE_OPTIONS=--openssl-legacy-provider webpack1 src/index.js dist/shop.js
node dist/shop.js
