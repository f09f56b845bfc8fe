# expect: missing_file cmake.source-missing
# needs: cmake
cat > CMakeLists.txt <<'C'
cmake_minimum_required(VERSION 3.16)
project(planner C)
add_executable(planner src/main.c src/route.c)
C
mkdir src; echo 'int main(void) { return 0; }' > src/main.c
cmake -S . -B build
