# expect: success
# needs: Rscript
mkdir tests
cat > tests/test-errors.R <<'R'
test_that("Error in log(-1) : is a warning", { expect_warning(log(-1), "NaNs produced") })
test_that("could not find function \"connect\"", { expect_error(connect(), "could not find function") })
test_that("Failure: times out", { skip("no network") })
test_that("FAIL 0", { message("Error: cannot open the connection"); expect_true(TRUE) })
R
Rscript -e 'library(testthat); test_dir("tests", reporter = "summary")'
Rscript -e 'library(testthat); test_dir("tests", reporter = "check")'
Rscript -e 'x <- tryCatch(stop("execution halted"), error = function(e) message("caught: ", conditionMessage(e))); warning("package was built under R version 9"); cat("ok\n")'
