#include "mend/line_ends.h"

#include "story.h"

namespace regreen::story {
namespace {

TEST(LineEnds, OfWindowsAreNotSeenAndKept) {
  const auto tree = tree_of({{"a.ini", "[x]\r\ny = 1\r\n"}, {"b.ini", "[x]\ny = 1\n"}, {"mixed", "1\r\n2\n"}});
  const PlainEnds plain(tree);
  EXPECT_EQ(plain.read("b.ini"), "[x]\ny = 1\n");
  EXPECT_EQ(plain.read("mixed"), "1\r\n2\n");
  EXPECT_FALSE(plain.has_changed_any());
  EXPECT_EQ(plain.read("a.ini"), "[x]\ny = 1\n");
  EXPECT_TRUE(plain.has_changed_any());
  const Patch patch{
      {{"a.ini", "[x]\ny = 1\n", "[x]\ny = 2\n"}, {"b.ini", "[x]\ny = 1\n", "[x]\ny = 2\n"}, {"new", {}, "n\n"}}};
  const Patch own = std::get<Patch>(*with_own_ends(patch, tree));
  EXPECT_EQ(own.find("a.ini")->before, "[x]\r\ny = 1\r\n");
  EXPECT_EQ(own.find("a.ini")->after, "[x]\r\ny = 2\r\n");
  EXPECT_EQ(own.find("b.ini")->after, "[x]\ny = 2\n");
  EXPECT_EQ(own.find("new")->after, "n\n");
}

TEST(LineEnds, AMovedFileKeepsThem) {
  const auto tree = tree_of({{"old.py", "a = 1\r\n"}});
  const Patch moved =
      std::get<Patch>(*with_own_ends(Patch{{{"new.py", {}, "a = 1\n"}, {"old.py", "a = 1\n", {}}}}, tree));
  EXPECT_EQ(moved.find("new.py")->after, "a = 1\r\n");
  EXPECT_EQ(moved.find("old.py")->before, "a = 1\r\n");
}

TEST(LineEnds, NoInterpreterIsNamedWithThem) {
  const auto tree = tree_of({{"a.py", "a = 1\r\n"}});
  EXPECT_FALSE(with_own_ends(Patch{{{"a.py", "a = 1\n", "#!/usr/bin/env python3\na = 1\n"}}}, tree));
}

// The fixer looks for a heading by its whole line.
TEST(LineEnds, AreNothingAFixerHasToThinkOf) {
  const auto slow = said("'slow' not found in `markers` configuration option", {{"symbol", "slow"}});
  const Files files = {{"pytest.ini", "[pytest]\r\nmarkers =\r\n    net: x\r\n"},
                       {"test_a.py", "@pytest.mark.slow\r\ndef test_a(): pass\r\n"}};
  EXPECT_EQ(mended("python.register-marker", files, slow)["pytest.ini"],
            "[pytest]\r\nmarkers =\r\n    net: x\r\n    slow\r\n");
}

}  // namespace
}  // namespace regreen::story
