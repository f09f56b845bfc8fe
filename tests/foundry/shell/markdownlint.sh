# expect: lint shell.markdownlint
# needs: markdownlint
printf '# Shop\n## Basket\n### Prices\n* a\n+ b\n' >README.md
markdownlint README.md
