# expect: success
# needs: cmake g++
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(probe C CXX)
include(CheckIncludeFile)
include(CheckFunctionExists)
include(CheckCXXCompilerFlag)
include(CheckCXXSourceCompiles)
check_include_file(windows.h HAVE_WINDOWS_H)
check_include_file(sys/stat.h HAVE_SYS_STAT_H)
check_function_exists(strlcat_error HAVE_STRLCAT_ERROR)
check_cxx_compiler_flag(-Wno-such-error HAVE_FLAG)
check_cxx_source_compiles("int main() { return undefined_thing; }" HAVE_THING)
find_package(Threads)
find_package(ZeroMQ QUIET)
find_package(LibFailure)
find_program(DOCKER NAMES no-such-docker)
find_library(ORACLE oracle_client)
message(STATUS "docker: ${DOCKER}")
message(STATUS "oracle client library: ${ORACLE}")
message(WARNING "LibFailure not found, building without it")
message(AUTHOR_WARNING "error codes are not documented")
message(DEPRECATION "ENABLE_OLD_ERRORS will be removed")
add_executable(app main.cpp)
C
echo 'int main() {}' > main.cpp
cmake -S . -B build
cmake --build build
cmake --build build -- -j2
