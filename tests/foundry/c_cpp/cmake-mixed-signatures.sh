# expect: configuration_error cmake.mixed-signatures
# needs: cmake g++
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(planner LANGUAGES CXX)
add_library(roads STATIC roads.cpp)
add_library(maps STATIC roads.cpp)
target_link_libraries(roads PUBLIC maps)
target_link_libraries(roads m)
target_link_libraries(maps m)
target_link_libraries(maps PRIVATE pthread)
C
touch roads.cpp; cmake -S . -B build
