# expect: toolchain cmake.no-build-tool
# needs: cmake
printf 'cmake_minimum_required(VERSION 3.16)\nproject(planner C)\n' > CMakeLists.txt
PATH=/tmp/foundry/bin /usr/bin/cmake -S . -B build -G Ninja
