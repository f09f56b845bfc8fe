# expect: network r.url
# needs: Rscript
Rscript -e 'options(warn = 1); readLines(url("http://127.0.0.1:9/prices.csv"))'
