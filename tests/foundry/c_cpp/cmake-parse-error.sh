# expect: syntax_error cmake.parse-error
# needs: cmake
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(planner C)
if(UNIX
add_library(planner INTERFACE)
C
cmake -S . -B build
printf 'project(planner C)\nset(A "1)\n' > CMakeLists.txt; cmake -S . -B build
printf 'project(planner C)\n)\n' > CMakeLists.txt; cmake -S . -B build
