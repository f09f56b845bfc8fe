# expect: test_failure tests.tinytest
# needs: Rscript
printf 'library(tinytest)\nexpect_equal(1 + 1, 3)\n' >test_a.R
Rscript -e 'library(tinytest); r <- run_test_file("test_a.R"); print(r); q(status = !all_pass(r))'
