# expect: configuration_error cmake.target-not-found
# needs: cmake
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(planner C)
add_library(planner INTERFACE)
target_link_libraries(planner INTERFACE Maps::Core)
add_executable(app main.c)
target_link_libraries(app PRIVATE planner)
C
echo 'int main(void) { return 0; }' > main.c
cmake -S . -B build
echo 'target_link_libraries(tool PRIVATE planner)' >> CMakeLists.txt; cmake -S . -B build
