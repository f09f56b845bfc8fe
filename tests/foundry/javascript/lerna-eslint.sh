# expect: lint js.eslint
# needs: lerna4 eslint9
echo '{"name": "shop"}' >package.json; echo '{"version": "1.0.0", "packages": ["packages/*"]}' >lerna.json; git init -q
mkdir -p packages/basket packages/prices; echo '{"name": "prices", "version": "1.0.0", "scripts": {"lint": "node -e 0"}}' >packages/prices/package.json
echo '{"name": "basket", "version": "1.0.0", "scripts": {"lint": "eslint9 ."}}' >packages/basket/package.json
echo "module.exports = [{rules: {'no-undef': 2}}]" >packages/basket/eslint.config.js; echo "total()" >packages/basket/total.js
lerna4 run lint --stream
