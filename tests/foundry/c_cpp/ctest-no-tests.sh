# expect: configuration_error ctest.no-tests
# needs: cmake ctest make
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(planner NONE)
add_test(NAME route COMMAND true)
C
printf 'check:\n\t@ctest --test-dir build --no-tests=error\n' > Makefile
cmake -S . -B build >/dev/null; make check
