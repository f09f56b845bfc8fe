# expect: test_failure unittestpp.failed
# needs: g++
printf '#include <UnitTest++/UnitTest++.h>\nTEST(total) { CHECK_EQUAL(3, 1 + 3); }\nint main() { return UnitTest::RunAllTests(); }\n' >basket.cpp
g++ basket.cpp -o basket -lUnitTest++ || exit 0
./basket
