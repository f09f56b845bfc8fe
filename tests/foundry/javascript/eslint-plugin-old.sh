# expect: dependency_conflict js.eslint-plugin-old
# needs: eslint9
echo "exports.rules = {'no-price': {create: context => ({Program() { context.getScope() }})}}" >shop-rules.js
echo "module.exports = [{plugins: {shop: require('./shop-rules')}, rules: {'shop/no-price': 2}}]" >eslint.config.js
echo 'let total = 1' >total.js
eslint9 total.js
