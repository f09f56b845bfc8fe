# expect: success
# needs: g++
cat > suite.cpp <<'C'
#include <cppunit/extensions/HelperMacros.h>
#include <cppunit/ui/text/TestRunner.h>
struct RouteTest : CppUnit::TestFixture {
  CPPUNIT_TEST_SUITE(RouteTest); CPPUNIT_TEST(shortest); CPPUNIT_TEST_SUITE_END();
  void shortest() { CPPUNIT_ASSERT_EQUAL(2, 1 + 1); }
};
CPPUNIT_TEST_SUITE_REGISTRATION(RouteTest);
int main() { CppUnit::TextUi::TestRunner r; r.addTest(CppUnit::TestFactoryRegistry::getRegistry().makeTest()); return r.run() ? 0 : 1; }
C
g++ suite.cpp -lcppunit -o suite && ./suite
