# expect: compile_error c.type-mismatch
# needs: g++ gcc clang++
cat > conv.cpp <<'C'
#include <string>
int parse(const char* s) { int n = s; std::string t; return t; }
int* where(long n) { return n; }
C
cat > conv.c <<'C'
struct point { int x; };
int x(struct point p) { int n = p; return p + 1; }
C
g++ -c conv.cpp; gcc -c conv.c; clang++ -c conv.cpp
