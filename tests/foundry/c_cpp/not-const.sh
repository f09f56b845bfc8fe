# expect: compile_error cpp.not-const
# needs: g++ clang++
cat > pier.h <<'C'
struct Pier {
  int length();
  int width() { return wide; }
  int wide = 4;
};
C
cat > pier.cpp <<'C'
#include "pier.h"
int area(const Pier& pier) { return pier.length() * pier.width(); }
C
g++ -c pier.cpp; clang++ -c pier.cpp
