# expect: crash c.terminate
# needs: g++
cat > road.cpp <<'C'
#include <stdexcept>
#include <thread>
int main(int argc, char**) { if (argc > 1) { std::thread t([] {}); } else throw std::runtime_error("no such road"); }
C
g++ road.cpp -o road && { ./road; ./road 1; }
