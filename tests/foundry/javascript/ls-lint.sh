# expect: lint js.ls-lint
# needs: ls-lint
printf 'ls:\n  .js: kebab-case\n' >.ls-lint.yml; touch TotalPrice.js
ls-lint
