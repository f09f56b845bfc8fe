# expect: success
# needs: clang-format
printf 'int  main( ){return 0;}\n' > main.c
clang-format --dry-run main.c
