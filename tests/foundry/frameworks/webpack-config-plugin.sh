# expect: dependency_missing js.node-package-missing
# needs: webpack5
ln -s /tmp/tools/frameworks/webpack5/node_modules node_modules
mkdir src; echo 'console.log(1)' >src/index.js
echo "const Copy = require('copy-basket-plugin'); module.exports = { plugins: [new Copy()] }" >webpack.config.js
webpack5 --mode production
