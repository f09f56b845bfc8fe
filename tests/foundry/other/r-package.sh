# expect: dependency_missing r.package
# needs: Rscript
Rscript -e 'library(shopmoney)'; Rscript -e 'shopmoney::total(1)'
