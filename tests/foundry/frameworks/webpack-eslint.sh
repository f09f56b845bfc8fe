# expect: lint js.eslint
# needs: webpack5
ln -s /tmp/tools/frameworks/webpack5/node_modules node_modules
mkdir src; printf 'const total = 3\nvar price = totl\n' >src/index.js; echo '{"root": true, "extends": "eslint:recommended", "env": {"browser": true}, "parserOptions": {"ecmaVersion": 2020}}' >.eslintrc.json
echo "const Lint = require('eslint-webpack-plugin'); module.exports = { plugins: [new Lint()] }" >webpack.config.js
webpack5 --mode production
