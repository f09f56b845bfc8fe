# expect: crash ctest.crashed
# needs: cmake ctest gcc
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(planner C)
enable_testing()
add_executable(route route.c)
add_test(NAME route.unit COMMAND route)
add_test(NAME route.abort COMMAND route 2)
C
cat > route.c <<'C'
#include <stdlib.h>
int main(int argc, char **argv) { volatile int *p = 0; if (argc > 1) abort(); return *p; }
C
cmake -S . -B build >/dev/null; cmake --build build >/dev/null; ctest --test-dir build
