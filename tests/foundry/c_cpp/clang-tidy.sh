# expect: lint clang-tidy.error
# needs: clang-tidy
printf 'int* where() { return 0; }\nint twice(int n) { if (n) return 2; else return 3; }\n' > where.cpp
clang-tidy --checks='-*,modernize-use-nullptr,readability-*' --warnings-as-errors='*' where.cpp --
