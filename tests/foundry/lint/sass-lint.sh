# expect: lint js.eslint
# needs: sass-lint
printf 'rules:\n  no-ids: 2\n  hex-notation: 2\n' >.sass-lint.yml
printf '.basket { color: #FFF; }\n#item { margin: 0; }\n' >shop.scss
sass-lint -v shop.scss
