# expect: type_error js.ts-bare-type
# needs: webpack5
ln -s /tmp/tools/frameworks/webpack5/node_modules node_modules
mkdir src; printf 'interface Basket { price: number }\nconst basket: Basket = { price: 3 };\nconsole.log(basket.prize);\n' >src/index.ts; echo '{"compilerOptions": {"strict": true, "types": []}}' >tsconfig.json
cat >webpack.config.js <<'C'
const Checker = require('fork-ts-checker-webpack-plugin')
module.exports = { entry: './src/index.ts', plugins: [new Checker()],
  module: { rules: [{ test: /\.ts$/, use: { loader: 'ts-loader', options: { transpileOnly: true } } }] } }
C
webpack5 --mode production
