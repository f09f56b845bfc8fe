# expect: success
# needs: cmake pkg-config
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(planner C)
find_package(GDAL)
find_package(nlohmann_toy 3)
find_package(PkgConfig REQUIRED)
pkg_check_modules(OPTIONAL_ONE wayland-toy)
message(WARNING "building without maps")
C
cmake -S . -B build
