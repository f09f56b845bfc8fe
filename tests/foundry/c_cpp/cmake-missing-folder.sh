# expect: missing_file cmake.folder-missing
# needs: cmake
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(planner C)
add_subdirectory(extern/json)
C
cmake -S . -B build
sed -i 's/add_sub.*/include(cmake\/Warnings.cmake)/' CMakeLists.txt; cmake -S . -B build
mkdir -p extern/json; sed -i 's/include.*/add_subdirectory(extern\/json)/' CMakeLists.txt; cmake -S . -B build
