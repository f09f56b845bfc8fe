#include "story.h"

namespace regreen::story {
namespace {

TEST(TrailingWhitespace, BlanksAtLineEndsGoAndTheFileEndsWithANewline) {
  const Files before = {{"a.txt", "one  \n\ttwo\t\nthree"}, {"b.txt", "x  \n"}};
  EXPECT_EQ(mended("text.trailing-whitespace", before, said("a.txt:1: trailing whitespace.", {{"file", "a.txt"}})),
            (Files{{"a.txt", "one\n\ttwo\nthree\n"}}));
}

TEST(TrailingWhitespace, LineEndsStayAsTheyAre) {
  EXPECT_EQ(
      mended("text.trailing-whitespace", Files{{"a.txt", "one \r\ntwo\r\n\r\n\r\n"}}, said("", {{"file", "a.txt"}})),
      (Files{{"a.txt", "one\r\ntwo\r\n"}}));
}

TEST(TrailingWhitespace, InMarkdownWhatBreaksNoLineGoesFirst) {
  const auto tree = tree_of({{"a.md", "# One  \ntwo  \nthree \n    four  \n\n  \nfive  "}});
  const auto patches = candidates("text.trailing-whitespace", tree,
                                  diagnosis_of({said("a.md: trailing whitespace", {{"file", "a.md"}})}));
  ASSERT_EQ(patches.size(), 2u);
  EXPECT_EQ(patches[0].changes.at(0).after, "# One\ntwo  \nthree\n    four\n\n\nfive\n");
  EXPECT_EQ(patches[1].changes.at(0).after, "# One\ntwo\\\nthree\n    four\n\n\nfive\n");
}

TEST(TrailingWhitespace, WhereACheckAllowsNoBlanksALineBreakOfMarkdownIsABackslash) {
  EXPECT_EQ(mended("text.trailing-whitespace", Files{{"a.md", "one  \ntwo\n"}}, said("", {{"file", "a.md"}})),
            (Files{{"a.md", "one\\\ntwo\n"}}));
}

}  // namespace
}  // namespace regreen::story
