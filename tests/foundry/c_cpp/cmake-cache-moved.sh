# expect: configuration_error cmake.cache-moved
# needs: cmake
mkdir one; printf 'cmake_minimum_required(VERSION 3.16)\nproject(planner NONE)\n' > one/CMakeLists.txt
cmake -S one -B one/build >/dev/null; mv one two
cmake -S two -B two/build
