# expect: configuration_error js.eslint-rule-missing
# needs: eslint8
echo '{"root": true, "rules": {"shop/no-price": 2, "no-undeff": 2}}' >.eslintrc.json; printf '// eslint-disable-next-line react/no-danger\nvar total = 1\n' >total.js
eslint8 total.js
