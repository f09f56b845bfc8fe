# expect: test_failure boost-test.failed
# needs: g++
cat > suite.cpp <<'C'
#define BOOST_TEST_MODULE routes
#include <boost/test/included/unit_test.hpp>
BOOST_AUTO_TEST_CASE(shortest) { BOOST_TEST(1 + 1 == 3); BOOST_CHECK(false); }
C
g++ suite.cpp -o suite && ./suite
