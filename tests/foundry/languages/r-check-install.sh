# expect: compile_error r.check-install
# needs: R
mkdir -p shop/R; printf 'Package: shop\nVersion: 1.0\nTitle: Shop\nDescription: A shop.\nLicense: GPL-3\nAuthor: A\nMaintainer: A <a@example.org>\n' >shop/DESCRIPTION; touch shop/NAMESPACE; printf 'total <- function( {\n' >shop/R/a.R
_R_CHECK_FORCE_SUGGESTS_=false R CMD check --no-manual shop
