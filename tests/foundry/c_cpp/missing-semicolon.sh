# expect: syntax_error c.missing-punctuation
# needs: g++ clang++
cat > box.cpp <<'C'
struct Box { int width = 0; }
int area(Box b) { return b.width * 2 }
C
g++ -c box.cpp; clang++ -c box.cpp
