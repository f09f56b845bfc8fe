# expect: compile_error cpp.char8
# needs: g++ clang++
cat > units.cpp <<'C'
#include <iostream>
#include <string>

std::string celsius() { return std::string("21") + u8" °C"; }
const char* sign(bool cold) { return cold ? u8"❄" : u8"\u2600"; }
std::string word = u8"fair";
const char* plain = u8"fair";
std::string made(u8"fair");
void take(const char* text);
void all(std::string text) { take(u8"x"); std::cout << u8"z"; text = u8"a"; text += u8"b"; }
C
g++ -std=c++20 -c units.cpp 2>&1 | grep -v note; clang++ -std=c++20 -c units.cpp 2>&1 | grep -v note
exit 1
