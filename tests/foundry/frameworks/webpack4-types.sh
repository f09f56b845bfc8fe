# expect: type_error js.ts-bare-type
# needs: webpack4
ln -s /tmp/tools/frameworks/webpack4/node_modules node_modules
mkdir src; printf 'interface Basket { price: number }\nconst basket: Basket = { price: 3 };\nconsole.log(basket.prize);\n' >src/index.ts; echo '{"compilerOptions": {"strict": true, "types": []}}' >tsconfig.json
echo "module.exports = { entry: './src/index.ts', module: { rules: [{ test: /\.ts$/, use: 'ts-loader' }] } }" >webpack.config.js
NODE_OPTIONS=--openssl-legacy-provider webpack4 --mode production
