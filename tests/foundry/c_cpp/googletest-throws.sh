# expect: test_failure googletest.failed
# needs: g++
cat > suite.cpp <<'C'
#include <gtest/gtest.h>
#include <stdexcept>
TEST(Route, Throws) { throw std::runtime_error("no such road"); }
C
g++ suite.cpp -lgtest -lgtest_main -lpthread -o suite && ./suite
