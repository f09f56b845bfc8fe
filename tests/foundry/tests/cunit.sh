# expect: test_failure tests.cunit
# needs: gcc
printf '#include <CUnit/Basic.h>\nstatic void adds(void) { CU_ASSERT_EQUAL(1 + 1, 3); }\nint main(void) { CU_initialize_registry(); CU_pSuite s = CU_add_suite("basket", 0, 0); CU_add_test(s, "adds", adds); CU_basic_set_mode(CU_BRM_VERBOSE); CU_basic_run_tests(); return CU_get_number_of_failures(); }\n' >t.c
gcc t.c -o t -lcunit; ./t
