# expect: test_failure testthat.failure
# needs: Rscript
mkdir tests; printf 'test_that("total is summed", { expect_equal(sum(c(1, 1)), 3) })\n' > tests/test-cart.R
Rscript -e 'library(testthat); test_dir("tests", reporter = "summary", stop_on_failure = TRUE)'
