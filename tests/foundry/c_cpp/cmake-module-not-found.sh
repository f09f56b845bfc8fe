# expect: dependency_missing cmake.library-not-found
# needs: cmake
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(planner C)
find_package(ZLIB 99 REQUIRED)
C
cmake -S . -B build
echo 'find_package(GDAL REQUIRED)' >> CMakeLists.txt; sed -i /ZLIB/d CMakeLists.txt
cmake -S . -B build
