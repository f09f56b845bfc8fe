# expect: success
# needs: R
mkdir -p shop/R; printf 'Package: shop\nVersion: 1.0\nTitle: Shop\nDescription: A shop.\nLicense: GPL-3\nAuthor: A\nMaintainer: A <a@example.org>\n' >shop/DESCRIPTION; echo 'export(total)' >shop/NAMESPACE; printf 'total <- function(x) x\n' >shop/R/a.R
R CMD check --no-manual shop
