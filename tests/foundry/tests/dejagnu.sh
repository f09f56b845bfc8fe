# expect: test_failure automake.test-failed
# needs: runtest
mkdir -p testsuite/shop.all; printf 'pass "kept"\nfail "adds"\n' >testsuite/shop.all/a.exp; printf 'set tool shop\n' >site.exp
runtest --tool shop --srcdir testsuite
