# expect: import_error r.not-found
# needs: Rscript
printf 'cart <- c(1, 2)\nprint(total(cart))\n' > a.R; Rscript a.R; Rscript -e 'print(cart_total)'
