# expect: configuration_error cmake.unknown-command
# needs: cmake
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(planner C)
planner_add_test(route)
C
cmake -S . -B build
