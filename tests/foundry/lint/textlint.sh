# expect: lint js.eslint
# needs: textlint
cd /tmp/foundry/app; ln -s /tmp/tools/lint/node_modules node_modules
printf '# Basket\n\n- [ ] TODO later\n' >shop.md; echo '{"rules":{"no-todo":true}}' >.textlintrc
textlint shop.md
