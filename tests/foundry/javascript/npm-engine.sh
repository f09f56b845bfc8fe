# expect: toolchain js.npm-engine
# needs: npm yarn1 pnpm10
echo '{"name": "shop", "version": "1.0.0", "engines": {"node": ">=99"}}' >package.json
npm install --engine-strict
yarn1 install
pnpm10 install --config.engine-strict=true
