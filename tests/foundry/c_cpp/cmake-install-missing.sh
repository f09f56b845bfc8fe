# expect: missing_file cmake.install-missing
# needs: cmake c++ make
printf 'cmake_minimum_required(VERSION 3.13)\nproject(tide VERSION 1.4)\nconfigure_file(version.hpp.in version.hpp)\nadd_library(tide STATIC tide.cpp)\ninstall(FILES version.hpp DESTINATION include)\n' > CMakeLists.txt
printf '#define TIDE "@PROJECT_VERSION@"\n' > version.hpp.in; echo 'int tide() { return 1; }' > tide.cpp
cmake -S . -B build > /dev/null && cmake --build build > /dev/null && cmake --install build --prefix stage
sed -i 's|FILES version|FILES include/tide/tables/of/the/northern/harbours/version|' CMakeLists.txt
cmake -S . -B build > /dev/null && cmake --build build > /dev/null && cmake --install build --prefix stage
