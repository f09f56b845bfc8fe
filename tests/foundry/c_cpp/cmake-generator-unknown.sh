# expect: configuration_error cmake.generator
# needs: cmake
printf 'cmake_minimum_required(VERSION 3.16)\nproject(planner C)\n' > CMakeLists.txt
cmake -S . -B build -G "Visual Studio 17 2022"
cmake --preset ci
