# expect: test_failure ctest.failed
# needs: cmake ctest gcc
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(planner C)
enable_testing()
add_test(NAME route.shortest COMMAND false)
add_test(NAME route.longest COMMAND true)
C
cmake -S . -B build >/dev/null; ctest --test-dir build --output-on-failure
