# expect: syntax_error c.type-without-end
# needs: g++
cat >state.cpp <<'C'
enum class State { on, off }

struct Lamp {
  State state;
};
int main() { return 0; }
C
g++ -c state.cpp
