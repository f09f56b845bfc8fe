# expect: missing_file ctest.not-run
# needs: cmake ctest
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(planner NONE)
enable_testing()
add_test(NAME route.unit COMMAND ./route_test)
C
cmake -S . -B build >/dev/null; ctest --test-dir build
