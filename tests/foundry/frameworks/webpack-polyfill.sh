# expect: dependency_missing js.webpack-polyfill
# needs: webpack5
ln -s /tmp/tools/frameworks/webpack5/node_modules node_modules
mkdir src; echo "import crypto from 'crypto'; console.log(crypto.randomBytes(8))" >src/index.js
webpack5 --mode production
