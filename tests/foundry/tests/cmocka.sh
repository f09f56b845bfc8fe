# expect: test_failure tests.cmocka
# needs: gcc
printf '#include <stdarg.h>\n#include <stddef.h>\n#include <setjmp.h>\n#include <stdint.h>\n#include <cmocka.h>\nstatic void adds(void **s) { assert_int_equal(1 + 1, 3); }\nstatic void kept(void **s) { assert_true(1); }\nint main(void) { const struct CMUnitTest t[] = {cmocka_unit_test(adds), cmocka_unit_test(kept)}; return cmocka_run_group_tests(t, 0, 0); }\n' >t.c
gcc t.c -o t -lcmocka; ./t
