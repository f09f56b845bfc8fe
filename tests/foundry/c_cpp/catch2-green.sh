# expect: success
# needs: g++
cat > suite.cpp <<'C'
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
TEST_CASE("a failed login is refused") { REQUIRE(2 > 1); }
C
g++ suite.cpp -o suite && ./suite
