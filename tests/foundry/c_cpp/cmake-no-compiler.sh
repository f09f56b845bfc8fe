# expect: toolchain cmake.no-compiler
# needs: cmake
printf 'cmake_minimum_required(VERSION 3.16)\nproject(planner CXX)\n' > CMakeLists.txt
CXX=g++-42 cmake -S . -B build; rm -rf build
printf '#!/bin/sh\nexit 1\n' > broken; chmod +x broken; CXX=$PWD/broken cmake -S . -B build -DCMAKE_CXX_COMPILER_ID=GNU -DCMAKE_CXX_COMPILER_FORCED=0
