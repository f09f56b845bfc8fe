# expect: dependency_missing cmake.said-missing
# needs: cmake
mkdir cmake
printf 'message(FATAL_ERROR "Price library is not found.")\n' >cmake/FindPrices.cmake
printf 'cmake_minimum_required(VERSION 3.10)\nproject(shop NONE)\nlist(APPEND CMAKE_MODULE_PATH ${CMAKE_SOURCE_DIR}/cmake)\nfind_package(Prices)\n' >CMakeLists.txt
cmake . ; sed -i "s/Price library is not found/Could not find libprices, please install it/" cmake/FindPrices.cmake
cmake .; sed -i "s/Could not find.*it/The header prices.h wasn't found/" cmake/FindPrices.cmake
cmake .
