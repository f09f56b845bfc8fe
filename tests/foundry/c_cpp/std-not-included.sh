# expect: import_error cpp.std-not-included
# needs: clang++
cat > sort.cpp <<'C'
#include <vector>
void order(std::vector<int>& v) { std::sort(v.begin(), v.end()); std::unordered_map<int, int> seen; }
C
clang++ -c sort.cpp
