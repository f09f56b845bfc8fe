# expect: missing_file cmake.no-lists
# needs: cmake
mkdir src; cmake -S src -B build; cmake -S gone -B build; cmake --build nowhere
