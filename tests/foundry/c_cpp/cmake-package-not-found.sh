# expect: dependency_missing cmake.package-not-found
# needs: cmake
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(planner CXX)
find_package(Threads)
find_package(LibArchive)
find_package(nlohmann_toy 3 REQUIRED)
C
cmake -S . -B build
