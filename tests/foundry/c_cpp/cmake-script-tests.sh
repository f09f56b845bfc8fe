# expect: test_failure cmake.tests-failed
# needs: cmake
cat >RunTests.cmake <<'C'
execute_process(COMMAND sh -c "echo 'not ok 1 - adds'; exit 1" RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "unit tests failed with error: ${result}")
endif()
C
cmake -P RunTests.cmake
