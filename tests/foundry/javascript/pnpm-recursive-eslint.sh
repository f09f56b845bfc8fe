# expect: lint js.eslint
# needs: pnpm10 eslint9
echo '{"name": "shop", "version": "1.0.0"}' >package.json; echo 'packages: ["packages/*"]' >pnpm-workspace.yaml
mkdir -p packages/basket packages/prices; echo '{"name": "prices", "scripts": {"lint": "node -e 0"}}' >packages/prices/package.json
echo '{"name": "basket", "scripts": {"lint": "eslint9 ."}}' >packages/basket/package.json
echo "module.exports = [{rules: {'no-undef': 2}}]" >packages/basket/eslint.config.js; echo "total()" >packages/basket/total.js
pnpm10 -r run lint
