# expect: compile_error cpp.move-only-copied
# needs: g++ clang++
cat > stack.cpp <<'C'
#include <memory>
#include <optional>
#include <thread>
#include <vector>
void keep(std::unique_ptr<int> one);
void put(std::vector<std::unique_ptr<int>>& all, std::unique_ptr<int> one) { all.push_back(one); }
void give(std::unique_ptr<int> one) { keep(one); }
void set(std::thread& worker, std::thread other) { worker = other; }
using Last = std::optional<std::unique_ptr<int>>;
void last(Last& to, std::optional<std::unique_ptr<int>> from) { to = from; }
std::vector<std::unique_ptr<int>> all(std::vector<std::unique_ptr<int>> from) { auto to = from; return to; }
C
g++ -std=c++17 -c stack.cpp; clang++ -std=c++17 -c stack.cpp
