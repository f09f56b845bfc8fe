# expect: crash cmake.discovery-crash
# needs: cmake make g++
printf 'cmake_minimum_required(VERSION 3.20)\nproject(till CXX)\nenable_testing()\ninclude(GoogleTest)\nadd_executable(till_test till.cpp)\ngtest_discover_tests(till_test)\n' > CMakeLists.txt
printf 'int main() { volatile int* price = nullptr; return *price; }\n' > till.cpp
cmake -S . -B build && cmake --build build
