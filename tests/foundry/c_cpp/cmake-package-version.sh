# expect: dependency_conflict cmake.package-version
# needs: cmake
mkdir till && touch till/tillConfig.cmake
printf 'set(PACKAGE_VERSION 1.2)\nif(PACKAGE_FIND_VERSION VERSION_GREATER 1.2)\n  set(PACKAGE_VERSION_COMPATIBLE FALSE)\nendif()\n' > till/tillConfigVersion.cmake
printf 'cmake_minimum_required(VERSION 3.20)\nproject(shop NONE)\nfind_package(till 2.0 CONFIG REQUIRED PATHS ${CMAKE_SOURCE_DIR}/till)\n' > CMakeLists.txt
cmake -S . -B build
mkdir other && printf 'cmake_minimum_required(VERSION 3.20)\nproject(shop NONE)\ninclude(FindPackageHandleStandardArgs)\nset(price_VERSION 1.2)\nset(price_FIND_VERSION 2.0)\nset(price_FIND_REQUIRED TRUE)\nset(price_LIBRARY x)\nfind_package_handle_standard_args(price REQUIRED_VARS price_LIBRARY VERSION_VAR price_VERSION)\n' > other/CMakeLists.txt
cmake -S other -B build-other
