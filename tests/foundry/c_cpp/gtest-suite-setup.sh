# expect: test_failure googletest.suite-failed
# needs: g++
cat > suite.cpp <<'C'
#include <gtest/gtest.h>
struct Prices : testing::Test { static void SetUpTestSuite() { FAIL() << "no price list"; } };
TEST_F(Prices, AreKept) {}
C
g++ suite.cpp -lgtest -lgtest_main -lpthread -o suite && ./suite
