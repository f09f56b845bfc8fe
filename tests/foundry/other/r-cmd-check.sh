# expect: test_failure r.check-tests
# needs: R
mkdir -p shop/R shop/tests; export _R_CHECK_CRAN_INCOMING_=false; echo 'options(repos = c(CRAN = "http://127.0.0.1:1"))' > $HOME/.Rprofile
printf 'Package: shop\nVersion: 0.1\nTitle: Sums Prices\nDescription: Sums the prices of a cart.\nAuthor: A. Nonymous\nMaintainer: A. Nonymous <a@example.test>\nLicense: GPL-3\n' > shop/DESCRIPTION
echo 'export(total)' > shop/NAMESPACE; echo 'total <- function(p) money(p)' > shop/R/total.R
echo 'stopifnot(shop::total(1) == 2)' > shop/tests/run.R
R CMD build shop >/dev/null && R CMD check --no-manual shop_0.1.tar.gz
