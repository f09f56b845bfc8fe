# expect: quality_gate r.check-found
# needs: R
mkdir -p till/R till/man && printf 'Package: till\nVersion: 1.0\nTitle: Till\nDescription: Sums prices.\nAuthor: A\nMaintainer: A <a@example.org>\nLicense: GPL-2\n' >till/DESCRIPTION
printf 'export(total)\n' >till/NAMESPACE && printf 'total <- function(prices) sum(prices)\n' >till/R/total.R
printf '\\name{total}\\alias{total}\\title{Total}\\description{Sums.}\\usage{total(price)}\\arguments{\\item{price}{a price}}\n' >till/man/total.Rd
Rscript -e 'rcmdcheck::rcmdcheck("till", args = c("--no-manual", "--no-build-vignettes"), build_args = "--no-build-vignettes", error_on = "warning")'
