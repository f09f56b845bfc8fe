#include "mend/text/code_text.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

TEST(CodeText, BlanksWhatIsNoCode) {
  EXPECT_EQ(code_only("a /* b\n*/ c // d\ne", Speech::c), "a     \n   c     \ne");
  EXPECT_EQ(code_only(R"(f("a\"b", 'x', 1'000);)", Speech::c), R"(f("    ", ' ', 1'000);)");
  EXPECT_EQ(code_only("R\"x(a\"b)x\" + c", Speech::c), "R\"       \" + c");
  EXPECT_EQ(code_only("x := `a\"b` + y", Speech::go), "x := `   ` + y");
  EXPECT_EQ(code_only("fn f<'a>(x: &'a str) { '\\'' ; 'x' /* /* */ y */ }", Speech::rust),
            "fn f<'a>(x: &'a str) { '  ' ; ' '               }");
  EXPECT_EQ(code_only("r#\"a\"b\"# c", Speech::rust), "r#\"   \"# c");
}

TEST(CodeText, SurvivesWhatDoesNotEnd) {
  for (const auto speech : {Speech::c, Speech::go, Speech::rust, Speech::java, Speech::javascript}) {
    for (const std::string_view text :
         {"\"", "'", "`", "/*", "\"\\", "R\"(", "r#\"", "\"\"\"", "'\\", "/", "r#", "R\""}) {
      EXPECT_EQ(code_only(text, speech).size(), text.size()) << text;
    }
  }
}

TEST(CodeText, ColumnsCountBytesOrPlacesOnAScreen) {
  const std::string text = "int a;\n\treturn widht;\n";
  EXPECT_EQ(offset_of(text, 2, 9, "widht"), 15U);   // clang
  EXPECT_EQ(offset_of(text, 2, 16, "widht"), 15U);  // gcc
  EXPECT_EQ(offset_of(text, 2, 3, "widht"), std::nullopt);
  EXPECT_EQ(offset_of(text, 9, 3), std::nullopt);
}

TEST(CodeText, WordsStandAlone) {
  EXPECT_EQ(words_in("a aa a_ (a)", "a"), (std::vector<std::size_t>{0, 9}));
  EXPECT_TRUE(words_in("a", "").empty());
  EXPECT_EQ(word_at("ab cd", 3), "cd");
  EXPECT_EQ(word_at("ab cd", 9), "");
  EXPECT_EQ(word_before("ab cd", 2), "ab");
  EXPECT_EQ(word_before("ab cd", 3), "");
}

TEST(CodeText, AHeadGoesBackToTheStatementBefore) {
  EXPECT_EQ(head_before("a; if (b) {", 10), " if (b) ");
  EXPECT_EQ(head_before("{ x }", 0), "");
  EXPECT_EQ(head_before("fn f() {", 99), "");
  EXPECT_EQ(head_before(std::string(50'000, 'a'), 50'000).size(), 10'000U);
}

TEST(CodeText, TheItemsOfAListHaveCommasOfTheirOwn) {
  using Items = std::vector<std::string_view>;
  EXPECT_EQ(items_of("a, f(b, c),\n d[1, 2],", Speech::go), (Items{"a", "f(b, c)", "d[1, 2]"}));
  EXPECT_EQ(items_of("<-chan int, b", Speech::go), (Items{"<-chan int", "b"}));
  EXPECT_EQ(items_of("F: Fn(u8, u8) -> u8, V: Into<A<B, C>>", Speech::rust),
            (Items{"F: Fn(u8, u8) -> u8", "V: Into<A<B, C>>"}));
  EXPECT_TRUE(items_of(" ", Speech::rust).empty());
}

}  // namespace
}  // namespace regreen
