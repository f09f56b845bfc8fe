# expect: test_failure cpp.doctest-failed
# needs: g++
cat > suite.cpp <<'C'
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
#include <stdexcept>
TEST_CASE("shortest route") { CHECK(1 + 1 == 3); }
TEST_CASE("lost") { throw std::runtime_error("no such road"); }
C
g++ suite.cpp -o suite && ./suite
