# expect: syntax_error r.syntax
# needs: Rscript
printf 'total <- function(p) {\n  sum(p))\n}\n' > a.R; Rscript a.R
