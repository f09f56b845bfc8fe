# expect: test_failure catch2.failed
# needs: g++
cat > suite.cpp <<'C'
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#include <stdexcept>
TEST_CASE("shortest route") { CHECK(1 + 1 == 3); REQUIRE(2 > 1); }
TEST_CASE("lost") { throw std::runtime_error("no such road"); }
C
g++ suite.cpp -o suite && ./suite
