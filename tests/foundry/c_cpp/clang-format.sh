# expect: format clang-format.violation
# needs: clang-format
printf 'int  main( ){return 0;}\n' > main.c
clang-format --dry-run -Werror main.c
