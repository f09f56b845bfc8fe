# expect: test_failure tests.r-unit
# needs: Rscript
printf 'test.adds <- function() checkEquals(1 + 1, 3)\n' >runit.a.R
Rscript -e 'library(RUnit); r <- runTestFile("runit.a.R"); printTextProtocol(r); q(status = getErrors(r)$nFail)'
