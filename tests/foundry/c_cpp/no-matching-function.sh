# expect: compile_error c.no-matching-function
# needs: g++ gcc clang++
cat > call.cpp <<'C'
struct Point { int x; };
void move(Point p, int by);
bool same(Point a, Point b) { return a == b; }
int main() { move(Point{1}); Point p("a"); }
C
cat > call.c <<'C'
int add(int a, int b);
int main(void) { return add(1) + add(1, 2, 3); }
C
g++ -c call.cpp; gcc -c call.c; clang++ -c call.cpp
