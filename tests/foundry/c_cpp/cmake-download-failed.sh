# expect: network cmake.download-failed
# needs: cmake make
printf 'cmake_minimum_required(VERSION 3.20)\nproject(till NONE)\ninclude(FetchContent)\nFetchContent_Declare(price URL http://127.0.0.1:9/price.tar.gz)\nFetchContent_MakeAvailable(price)\n' > CMakeLists.txt
cmake -S . -B build
