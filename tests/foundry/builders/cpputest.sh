# expect: test_failure unittestpp.failed
# needs: g++
printf '#include "CppUTest/CommandLineTestRunner.h"\nTEST_GROUP(Basket) {};\nTEST(Basket, total) { LONGS_EQUAL(3, 1 + 3); }\nint main(int n, char** v) { return CommandLineTestRunner::RunAllTests(n, v); }\n' >basket.cpp
g++ basket.cpp -o basket -lCppUTest || exit 0
./basket
