# expect: import_error js.webpack-local-missing
# needs: webpack5
ln -s /tmp/tools/frameworks/webpack5/node_modules node_modules
mkdir src; echo 'console.log(1)' >src/index.js
echo "const Page = require('html-webpack-plugin'); module.exports = { plugins: [new Page({ template: 'public/index.html' })] }" >webpack.config.js
webpack5 --mode production
