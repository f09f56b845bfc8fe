# expect: test_failure r.check-run
# needs: R
mkdir -p shop/R shop/man; printf 'Package: shop\nVersion: 1.0\nTitle: Shop\nDescription: A shop.\nLicense: GPL-3\nAuthor: A\nMaintainer: A <a@example.org>\n' >shop/DESCRIPTION; echo 'export(total)' >shop/NAMESPACE; printf 'total <- function(x) stop("no prices")\n' >shop/R/a.R
printf '\\name{total}\\alias{total}\\title{Total}\\description{Adds.}\\usage{total(x)}\\arguments{\\item{x}{a}}\\examples{total(1)}\n' >shop/man/total.Rd
R CMD check --no-manual shop
