# expect: missing_file latex.bibtex
# needs: bibtex
printf '\\citation{nowhere}\n\\bibdata{prices}\n\\bibstyle{plain}\n' >shop.aux
bibtex shop
