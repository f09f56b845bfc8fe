# expect: success
# needs: clang-tidy
printf 'int* where() { return 0; }\n' > where.cpp
clang-tidy --checks='-*,modernize-use-nullptr' where.cpp --
