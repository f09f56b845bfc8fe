#include "os/clipped.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

TEST(Clipped, keeps_all_of_a_short_text) {
  Clipped clipped(10);
  clipped.append("01234");
  clipped.append("56789");
  EXPECT_EQ(clipped.text(), "0123456789");
}

TEST(Clipped, keeps_the_beginning_and_the_end_of_a_long_one) {
  Clipped clipped(6);
  for (int i = 0; i < 10; ++i) clipped.append("abcdefghij");
  EXPECT_EQ(clipped.text(), "abc\n… 94 bytes left out …\nhij");
  EXPECT_EQ(clipped.seen(), 100U);
}

TEST(Clipped, does_the_same_whatever_the_pieces) {
  const std::string text(1000, 'x');
  Clipped whole(64);
  whole.append(text + "end");
  Clipped pieces(64);
  for (const char c : text + "end") pieces.append({&c, 1});
  EXPECT_EQ(whole.text(), pieces.text());
}

}  // namespace
}  // namespace regreen
