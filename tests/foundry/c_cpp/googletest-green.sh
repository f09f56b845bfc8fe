# expect: success
# needs: g++
cat > suite.cpp <<'C'
#include <gtest/gtest.h>
TEST(Route, FailureIsReported) { EXPECT_TRUE(true); }
TEST(Route, DISABLED_Longest) { EXPECT_TRUE(false); }
C
g++ suite.cpp -lgtest -lgtest_main -lpthread -o suite && ./suite
