# expect: configuration_error cmake.no-linker-language
# needs: cmake gcc
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(planner LANGUAGES C)
add_library(fold STATIC fold.cpp)
C
touch fold.cpp; cmake -S . -B build
