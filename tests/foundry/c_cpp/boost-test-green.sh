# expect: success
# needs: g++
cat > suite.cpp <<'C'
#define BOOST_TEST_MODULE errors
#include <boost/test/included/unit_test.hpp>
BOOST_AUTO_TEST_CASE(failure_is_detected) { BOOST_TEST(1 + 1 == 2); }
C
g++ suite.cpp -o suite && ./suite
