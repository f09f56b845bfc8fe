# expect: compile_error cpp.overrides-nothing
# needs: g++ clang++
cat > shape.h <<'C'
struct Shape { virtual ~Shape() = default; virtual double length() const = 0; virtual void draw(int width) = 0; };
struct Circle : Shape {
  double length() override;
  void draw(long width) override;
};
struct Dot : Shape { void name() override; void name(int) final; };
C
echo '#include "shape.h"' > main.cpp
g++ -c main.cpp; clang++ -c main.cpp
