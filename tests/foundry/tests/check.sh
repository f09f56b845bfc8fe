# expect: test_failure tests.check-unit
# needs: gcc
printf '#include <check.h>\nSTART_TEST(adds) { ck_assert_int_eq(1 + 1, 3); } END_TEST\nint main(void) { Suite *s = suite_create("basket"); TCase *c = tcase_create("core"); tcase_add_test(c, adds); suite_add_tcase(s, c); SRunner *r = srunner_create(s); srunner_run_all(r, CK_NORMAL); return srunner_ntests_failed(r); }\n' >t.c
gcc t.c -o t $(pkg-config --libs check); ./t
