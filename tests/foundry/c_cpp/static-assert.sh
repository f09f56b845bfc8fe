# expect: compile_error c.static-assert
# needs: g++ clang++
cat > packet.cpp <<'C'
struct Packet { char kind; int size; };
static_assert(sizeof(Packet) == 5, "Packet must be packed");
C
g++ -c packet.cpp; clang++ -c packet.cpp
