#include "adapters/github/suggestion.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

const std::vector<LineRange> everything = {{1, 100}};

// "first-last: text" of each suggestion; "no" where there are none.
std::string told(const std::string& before, const std::string& after,
                 const std::vector<LineRange>& shown = everything) {
  const auto all = suggestions_for({"a.py", before, after, false, false}, shown);
  if (!all) return "no";
  std::string text;
  for (const auto& one : *all)
    text += std::to_string(one.lines.first) + "-" + std::to_string(one.lines.last) + ": " + one.text + "\n";
  return text;
}

TEST(Suggestion, ReplacesLines) {
  EXPECT_EQ(told("a\nb\nc\n", "a\nB\nc\n"), "2-2: ```suggestion\nB\n```\n");
  EXPECT_EQ(told("a\nb\nc\nd\n", "a\nx\ny\nz\nd\n"), "2-3: ```suggestion\nx\ny\nz\n```\n");
}

TEST(Suggestion, RemovesLines) {
  EXPECT_EQ(told("a\nb\nc\n", "a\nc\n"), "2-2: ```suggestion\n```\n");
  EXPECT_EQ(told("a\n", ""), "1-1: ```suggestion\n```\n");
}

TEST(Suggestion, InsertsBesideANeighbourThatIsShown) {
  EXPECT_EQ(told("a\nb\n", "a\nnew\nb\n"), "2-2: ```suggestion\nnew\nb\n```\n");
  EXPECT_EQ(told("a\nb\n", "new\na\nb\n"), "1-1: ```suggestion\nnew\na\n```\n");
  EXPECT_EQ(told("a\nb\n", "a\nb\nnew\n"), "2-2: ```suggestion\nb\nnew\n```\n");
  EXPECT_EQ(told("a\nb\n", "a\nnew\nb\n", {{1, 1}}), "1-1: ```suggestion\na\nnew\n```\n");
  EXPECT_EQ(told("a\nb\n", "new\na\nb\n", {{2, 2}}), "no");
}

TEST(Suggestion, JoinsWhatIsCloseTogether) {
  EXPECT_EQ(told("a\nb\nc\n", "A\nb\nC\n"), "1-3: ```suggestion\nA\nb\nC\n```\n");
  EXPECT_EQ(told("a\n", "x\na\ny\n"), "1-1: ```suggestion\nx\na\ny\n```\n");
  EXPECT_EQ(told("a\nb\nc\nd\n", "A\nb\nc\nD\n"), "1-1: ```suggestion\nA\n```\n4-4: ```suggestion\nD\n```\n");
  EXPECT_EQ(told("a\nb\n", "x\na\nb\ny\n"), "1-1: ```suggestion\nx\na\n```\n2-2: ```suggestion\nb\ny\n```\n");
}

TEST(Suggestion, StaysWithinOneHunk) {
  EXPECT_EQ(told("a\nb\nc\nd\n", "a\nx\nd\n", {{1, 2}, {3, 4}}), "no");
  EXPECT_EQ(told("a\nb\nc\nd\n", "a\nx\nd\n", {{2, 3}}), "2-3: ```suggestion\nx\n```\n");
  EXPECT_EQ(told("a\nb\nc\nd\n", "A\nb\nc\nD\n", {{1, 2}}), "no");
  EXPECT_EQ(told("a\nb\n", "a\nB\n", {}), "no");
}

TEST(Suggestion, CannotBeClosedByItsText) {
  EXPECT_EQ(told("a\nb\n", "a\n```\n"), "2-2: ````suggestion\n```\n````\n");
  EXPECT_EQ(told("a\n", "`````x\n"), "1-1: ``````suggestion\n`````x\n``````\n");
}

TEST(Suggestion, IsNoneWhereItCouldComeOutOtherwise) {
  EXPECT_EQ(told("a\nb", "a\nc"), "no");
  EXPECT_EQ(told("a\nb", "a\nb\n"), "no");
  EXPECT_EQ(told("a\nb\n", "a\nc"), "no");
  EXPECT_EQ(told("a\r\n", "b\r\n"), "no");
  EXPECT_EQ(told("a\n", "\xff\n"), "no");
  EXPECT_FALSE(suggestions_for({"a", std::nullopt, "a\n", false, false}, everything));
  EXPECT_FALSE(suggestions_for({"a", "a\n", std::nullopt, false, false}, everything));
  EXPECT_FALSE(suggestions_for({"a", "a\n", "b\n", false, true}, everything));
}

// Whatever changes: what people get by committing all suggestions is the repair, and no two meet.
TEST(Suggestion, AllTogetherAreTheChange) {
  std::vector<std::string> texts;
  for (unsigned bits = 0; bits < 4 * 4 * 4 * 4 * 4; ++bits) {
    std::string text;
    for (unsigned rest = bits, i = 0; i < 5; ++i, rest /= 4) {
      if (rest % 4 != 0) text += std::string(1, static_cast<char>('a' + rest % 4)) + "\n";
    }
    texts.push_back(text);
  }
  for (std::size_t i = 0; i < texts.size(); i += 7) {
    for (std::size_t j = 0; j < texts.size(); j += 11) {
      if (texts[i].empty()) continue;
      const auto all = suggestions_for({"a", texts[i], texts[j], false, false}, everything);
      ASSERT_TRUE(all);
      std::string result;
      std::size_t next = 0;  // line of the old text
      std::vector<std::string> lines;
      for (std::size_t at = 0; at < texts[i].size(); at += 2) lines.push_back(texts[i].substr(at, 2));
      for (const auto& one : *all) {
        ASSERT_GE(one.lines.first, next + 1);
        ASSERT_LE(one.lines.last, lines.size());
        while (next + 1 < one.lines.first) result += lines[next++];
        const auto begin = one.text.find('\n') + 1;
        result += one.text.substr(begin, one.text.rfind("```") - begin);
        next = one.lines.last;
      }
      while (next < lines.size()) result += lines[next++];
      ASSERT_EQ(result, texts[j]) << texts[i];
    }
  }
}

TEST(ShownLines, AreThoseOfTheNewFile) {
  EXPECT_EQ(shown_lines("@@ -1,2 +3,4 @@ f(a +b)\n a\n+@@ -1 +1 @@\n@@ -9 +12 @@\n-x\n+y\n@@ -3,2 +0,0 @@\n"),
            (std::vector<LineRange>{{3, 6}, {12, 12}}));
  for (const char* bad :
       {"", "@@", "@@ -1 +x @@", "@@ -1,2 +3, @@", "@@ -1 +99999999999999999999 @@", "@@ -1 +1,-2 @@"})
    EXPECT_TRUE(shown_lines(bad).empty()) << bad;
}

}  // namespace
}  // namespace regreen
