# expect: dependency_missing r.package
# needs: Rscript
mkdir -p repo/src/contrib lib; : > repo/src/contrib/PACKAGES
Rscript -e 'install.packages("shopmoney", lib = "lib", repos = "file:///tmp/foundry/app/repo")'; Rscript -e 'library(shopmoney)'
