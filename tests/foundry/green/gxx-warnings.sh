# expect: success
# needs: g++
cat > error.cpp <<'C'
#include <memory>
#include <string>
#include <vector>
struct Error { virtual ~Error(); virtual void raise() const; };
struct Fatal : Error { void raise(); int code; std::string text; Fatal(int c) : text("failed"), code(c) {} };
Error::~Error() {}
void Error::raise() const {}
void Fatal::raise() {}
template <class T> int count(const std::vector<T>& xs) { for (int i = 0; i < xs.size(); ++i) if (!xs[i]) return i; }
int main() { std::auto_ptr<Fatal> f(new Fatal(1)); std::vector<int> v; switch (f->code) { case 1: v.push_back(1); case 2: break; } return count(v) * 0; }
C
g++ -std=c++14 -Wall -Wextra -Woverloaded-virtual -Wimplicit-fallthrough error.cpp -o error && ./error; echo "exit $?"
