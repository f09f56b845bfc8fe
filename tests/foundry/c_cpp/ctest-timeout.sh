# expect: test_timeout ctest.timeout
# needs: cmake ctest
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(planner NONE)
enable_testing()
add_test(NAME route.endless COMMAND sleep 20)
C
cmake -S . -B build >/dev/null; ctest --test-dir build --timeout 1
