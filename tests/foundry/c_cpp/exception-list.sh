# expect: compile_error cpp.exception-list
# needs: g++ clang++
cat > parse.cpp <<'C'
#include <stdexcept>
#include <string>
int f() throw(std::runtime_error);
void g(const std::string& text) throw();
C
g++ -std=c++14 -Wdeprecated -Werror -c parse.cpp; clang++ -std=c++14 -Wdeprecated -Werror -c parse.cpp
clang++ -std=c++17 -c parse.cpp; g++ -std=c++17 -c parse.cpp
