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

TEST(TrailingWhitespace, LineBreaksOfMarkdownStay) {
  EXPECT_EQ(mended("text.trailing-whitespace", Files{{"a.md", "one  \ntwo"}}, said("", {{"file", "a.md"}})),
            (Files{{"a.md", "one  \ntwo\n"}}));
}

}  // namespace
}  // namespace regreen::story
