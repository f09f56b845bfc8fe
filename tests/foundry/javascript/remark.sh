# expect: lint js.remark
# needs: remark
ln -s /tmp/tools/more/node_modules node_modules
printf '#Basket\n* one\n+ two\n\n[a][nowhere]\n' >README.md
remark --no-stdout --frail --no-color -u remark-preset-lint-recommended README.md
