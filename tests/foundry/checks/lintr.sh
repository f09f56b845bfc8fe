# expect: lint checks.lintr
# needs: Rscript
printf 'total = function(x) {\n    if (x == TRUE) 1\n}\n' >shop.R
Rscript -e 'l <- lintr::lint("shop.R"); print(l); quit(status = length(l) > 0)'
