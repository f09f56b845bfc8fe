# expect: success
# needs: eslint9 prettier
echo "module.exports = [{rules: {'no-undef': 1}}]" >eslint.config.js; echo "b();" >a.js
eslint9 a.js && prettier --check a.js
