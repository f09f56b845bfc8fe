# expect: success
# needs: g++
cat > suite.cpp <<'C'
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
TEST_CASE("a failed login is refused") { CHECK(2 > 1); }
C
g++ suite.cpp -o suite && ./suite
