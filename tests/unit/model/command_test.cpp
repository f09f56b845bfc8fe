#include "model/command.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

TEST(Command, IsToldOnOneLine) {
  EXPECT_EQ(in_one_line("make ci"), "make ci");
  EXPECT_EQ(in_one_line("# why\nset -e\n(\ncd a\n  make\n)\n\nmake test\n"), "set -e; ( cd a; make ); make test");
  EXPECT_EQ(in_one_line("a\x1b[2J\nb"), "a[2J; b");
  EXPECT_EQ(in_one_line(""), "");
}

}  // namespace
}  // namespace regreen
