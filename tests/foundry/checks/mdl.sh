# expect: lint shell.markdownlint
# needs: mdl
printf '#Basket\n\ntext \n\n\n* one\n* two\n' >README.md
mdl README.md
