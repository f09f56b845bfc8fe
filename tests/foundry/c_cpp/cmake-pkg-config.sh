# expect: dependency_missing cmake.pkg-config-module
# needs: cmake pkg-config
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(planner C)
find_package(PkgConfig REQUIRED)
pkg_check_modules(OPTIONAL_ONE wayland-toy)
pkg_check_modules(AUDIO REQUIRED audio-toy>=2 video-toy)
C
cmake -S . -B build
