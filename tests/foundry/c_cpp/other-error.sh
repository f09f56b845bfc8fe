# expect: compile_error c.error
# needs: g++ clang++
cat > shape.cpp <<'C'
struct Shape { virtual double area() const = 0; private: int id = 0; };
Shape unit() { Shape s; return s; }
int id(const Shape& s) { return s.id; }
C
g++ -c shape.cpp; clang++ -c shape.cpp
