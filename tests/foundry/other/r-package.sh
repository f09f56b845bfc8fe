# expect: dependency_missing other.r-package
# needs: Rscript
Rscript -e 'library(shopmoney)'; Rscript -e 'shopmoney::total(1)'
