# expect: success
# needs: clang-tidy clang clang-format cppcheck
printf 'int failed(int code) {\n  char *error = 0;\n  if (code)\n    error = 0;\n  return error != 0;\n}\n' > e.cpp
clang -Weverything -c e.cpp; clang-tidy --checks='-*,modernize-use-nullptr,readability-*' e.cpp --; cppcheck --enable=all --error-exitcode=0 e.cpp; clang-format --dry-run -Werror e.cpp
