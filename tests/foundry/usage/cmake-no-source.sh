# expect: configuration_error said.option
# needs: cmake
cmake --nowhere
