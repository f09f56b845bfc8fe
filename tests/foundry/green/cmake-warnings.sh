# expect: success
# needs: cmake
printf 'cmake_minimum_required(VERSION 3.5)\nproject(errors C)\nmessage(WARNING "openssl not found, building without TLS")\nmessage(STATUS "Looking for error handlers - not found")\nfind_package(Nothing QUIET)\nadd_executable(errors a.c)\nenable_testing()\nadd_test(NAME fails_on_purpose COMMAND false)\nset_tests_properties(fails_on_purpose PROPERTIES WILL_FAIL TRUE)\nadd_test(NAME timeout_is_handled COMMAND true)\n' >CMakeLists.txt
echo 'int main(void) { return 0; }' >a.c
cmake -B build && cmake --build build && cd build && ctest
