# expect: success
# needs: cmake ctest
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(codes NONE)
enable_testing()
add_test(NAME error.exit_code_1 COMMAND sh -c "echo 'Error: cannot open file'; exit 1")
set_tests_properties(error.exit_code_1 PROPERTIES WILL_FAIL TRUE)
add_test(NAME timeout.handling COMMAND sh -c "echo 'FAILED: expected' >&2")
add_test(NAME Failed.Test.Is.Reported COMMAND true)
add_test(NAME needs_gpu COMMAND sh -c "exit 77")
set_tests_properties(needs_gpu PROPERTIES SKIP_RETURN_CODE 77)
add_test(NAME prints_assertion COMMAND sh -c "echo 'Assertion failed: (x > 0), function f, file a.c, line 3.'")
set_tests_properties(prints_assertion PROPERTIES PASS_REGULAR_EXPRESSION "Assertion")
C
cmake -S . -B build && cd build && ctest -V && ctest
