# expect: crash r.error
# needs: Rscript
printf 'pay <- function(x) stop("no price")\npay(1)\n' > a.R; Rscript a.R
