# expect: configuration_error cmake.error
# needs: cmake
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(planner C)
message(FATAL_ERROR "set PLANNER_MAPS to the folder of maps")
C
cmake -S . -B build
