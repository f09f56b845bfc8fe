# expect: dependency_missing js.native-package
# needs: node
ln -s /tmp/tools/managers/native/node_modules node_modules
echo "require('sharp')('price.png').resize(32)" >resize.js; echo "require('esbuild').buildSync({entryPoints: ['resize.js']})" >build.js
node build.js; node resize.js
