# expect: out_of_memory c.compiler-memory
# needs: g++
cat > big.cpp <<'C'
#include <map>
template <int N> struct Tree { std::map<int, Tree<N - 1>> left, right; };
template <> struct Tree<0> {};
Tree<800> tree;
C
ulimit -v 60000; g++ -c big.cpp
