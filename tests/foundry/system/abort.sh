# expect: crash c.terminate
# needs: g++
cat > main.cpp <<'C'
#include <stdexcept>
int main() { throw std::runtime_error("no such shop"); }
C
g++ -o main main.cpp && ./main
