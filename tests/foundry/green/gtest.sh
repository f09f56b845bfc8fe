# expect: success
# needs: g++
cat > t.cpp <<'C'
#include <gtest/gtest.h>
#include <cstdlib>
TEST(Error, FailedToConnect) { std::fprintf(stderr, "ERROR: connect: Connection refused\n"); EXPECT_TRUE(true); }
TEST(ErrorDeathTest, Aborts) { EXPECT_DEATH(std::abort(), ""); }
TEST(Timeout, DISABLED_TimesOut) { FAIL(); }
TEST(Error, Skipped) { GTEST_SKIP() << "Permission denied"; }
C
g++ t.cpp -o t -lgtest -lgtest_main -pthread && ./t
