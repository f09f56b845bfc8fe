# expect: test_failure testthat.failure
# needs: Rscript
mkdir tests; printf 'test_that("total is summed", { expect_equal(sum(c(1, 1)), 3) })\ntest_that("name", { stop("no name") })\n' > tests/test-cart.R
Rscript -e 'library(testthat); test_dir("tests", reporter = "check")'
