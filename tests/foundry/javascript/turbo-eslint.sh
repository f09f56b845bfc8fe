# expect: lint js.eslint
# needs: turbo2 eslint9
echo '{"name": "shop", "packageManager": "npm@10.0.0", "workspaces": ["packages/*"]}' >package.json
mkdir -p packages/basket; echo '{"name": "basket", "version": "1.0.0", "scripts": {"lint": "eslint9 ."}}' >packages/basket/package.json
echo '{"lockfileVersion": 3, "packages": {"": {"name": "shop", "workspaces": ["packages/*"]}, "packages/basket": {"name": "basket"}, "node_modules/basket": {"resolved": "packages/basket", "link": true}}}' >package-lock.json
echo "module.exports = [{rules: {'no-undef': 2}}]" >packages/basket/eslint.config.js; echo "total()" >packages/basket/total.js
export TURBO_TELEMETRY_DISABLED=1
echo '{"tasks": {"lint": {}}}' >turbo.json
turbo2 run lint
