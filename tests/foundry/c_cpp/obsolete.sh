# expect: compile_error c.obsolete
# needs: gcc g++ clang clang++
printf 'bool f(int n) { bool seen = false; while (n--) seen++; return seen; }\n' > seen.cpp
printf 'static counter = 3;\nf(void) { return counter; }\n' > count.c
g++ -std=c++17 -c seen.cpp; clang++ -std=c++17 -c seen.cpp
gcc -Werror=implicit-int -c count.c; clang -Werror=implicit-int -c count.c; gcc -pedantic-errors -c count.c
exit 1
