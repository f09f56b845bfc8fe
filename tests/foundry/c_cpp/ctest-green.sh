# expect: success
# needs: cmake ctest
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(planner NONE)
enable_testing()
add_test(NAME route.failed_login_error COMMAND true)
add_test(NAME route.Timeout COMMAND true)
C
cmake -S . -B build && ctest --test-dir build
