# expect: test_failure ginkgo.failed
# needs: gcc
printf '#include <criterion/criterion.h>\nTest(basket, adds) { cr_assert_eq(1 + 1, 3); }\nTest(basket, kept) { cr_assert(1); }\nTest(basket, crashes) { *(volatile int *)0 = 1; }\n' >t.c
gcc t.c -o t -lcriterion; ./t
