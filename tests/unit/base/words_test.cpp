#include "base/words.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

TEST(Words, OfANameOfTwoStandInOrder) {
  EXPECT_EQ(words_of_name("unit-tests"), words_of_name("test_unit"));
  EXPECT_EQ(words_of_name("Check:Units"), "check unit");
  EXPECT_EQ(words_of_name("css-lint"), "css lint");
  EXPECT_NE(words_of_name("unit-test"), words_of_name("unit-tester"));
}

TEST(Words, WhoseOrderHasAMeaningKeepIt) {
  EXPECT_NE(words_of_name("copy-staging-to-prod"), words_of_name("copy-prod-to-staging"));
  EXPECT_NE(words_of_name("hex-2-bin"), words_of_name("bin-2-hex"));
  EXPECT_NE(words_of_name("convert-json-yaml"), words_of_name("convert-yaml-json"));
  EXPECT_NE(words_of_name("no-lint"), words_of_name("lint-no"));
  EXPECT_EQ(words_of_name("import_from-x"), words_of_name("import-from:x"));
}

TEST(Words, ANameOfOneWordHasNone) {
  for (const auto* name : {"", "test", "tests", "-", "a--"}) EXPECT_EQ(words_of_name(name), "") << name;
}

}  // namespace
}  // namespace regreen
