# expect: toolchain cmake.too-old
# needs: cmake
echo 'cmake_minimum_required(VERSION 9.1)' > CMakeLists.txt
cmake -S . -B build
