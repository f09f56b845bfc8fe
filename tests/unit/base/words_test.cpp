#include "base/words.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

TEST(Words, OfANameStandInOrder) {
  EXPECT_EQ(words_of_name("unit-tests"), words_of_name("test_unit"));
  EXPECT_EQ(words_of_name("Check:Units"), "check unit");
  EXPECT_EQ(words_of_name("css-lint"), "css lint");
  EXPECT_NE(words_of_name("unit-test"), words_of_name("unit-tester"));
}

TEST(Words, ANameOfOneWordHasNone) {
  for (const auto* name : {"", "test", "tests", "-", "a--"}) EXPECT_EQ(words_of_name(name), "") << name;
}

}  // namespace
}  // namespace regreen
