# expect: success
# needs: R
mkdir -p codes/R codes/tests
printf 'Package: codes\nVersion: 0.1\nTitle: Codes of Failures\nDescription: Names the codes of failures and errors.\nAuthor: A. Nonymous\nMaintainer: A. Nonymous <a@example.test>\nLicense: GPL-3\n' > codes/DESCRIPTION
echo 'export(failed)' > codes/NAMESPACE
echo 'failed <- function(code) code >= 400' > codes/R/failed.R
echo 'stopifnot(codes::failed(404)); cat("Error handling: 0 errors\n")' > codes/tests/run.R
export _R_CHECK_CRAN_INCOMING_=false; echo 'options(repos = c(CRAN = "http://127.0.0.1:1"))' > $HOME/.Rprofile
R CMD build codes && R CMD check --no-manual codes_0.1.tar.gz
