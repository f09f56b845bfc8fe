# expect: syntax_error c.expected-token
# needs: g++ clang++
cat > box.cpp <<'C'
int area(int width) { return width * ; }
<<<<<<< HEAD
int twice(int n) { return 2 * n; } @
C
g++ -c box.cpp; clang++ -c box.cpp
