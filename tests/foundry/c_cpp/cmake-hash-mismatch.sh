# expect: dependency_conflict cmake.hash-mismatch
# needs: cmake make
echo x > price.txt && tar --sort=name --mtime=@0 -czf price.tar.gz price.txt
printf 'cmake_minimum_required(VERSION 3.20)\nproject(till NONE)\ninclude(FetchContent)\nFetchContent_Declare(price URL ${CMAKE_SOURCE_DIR}/price.tar.gz URL_HASH SHA256=%064d)\nFetchContent_MakeAvailable(price)\n' 0 > CMakeLists.txt
cmake -S . -B build
