# expect: test_failure googletest.failed
# needs: g++
cat > suite.cpp <<'C'
#include <gtest/gtest.h>
TEST(Route, Shortest) { EXPECT_EQ(3, 1 + 1) << "two hops"; }
TEST(Route, Longest) { EXPECT_TRUE(true); }
TEST(Route, Named) { ASSERT_STREQ("a", "b"); }
C
g++ suite.cpp -lgtest -lgtest_main -lpthread -o suite && ./suite
