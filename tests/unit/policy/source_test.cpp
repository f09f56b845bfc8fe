#include "policy/guard/source.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

std::string code(std::string_view text, Language language) { return read_source(text, language).code; }

TEST(Source, CommentsAndStringsAreNoCode) {
  EXPECT_EQ(code("x = '#'  # y", python), "x = ' '     ");
  EXPECT_EQ(code("x = \"//\"; // y", javascript), "x = \"  \";     ");
  EXPECT_EQ(code("a /* b\n */ c", c), "a     \n    c");
  EXPECT_EQ(code("echo a#b # c", shell), "echo a#b    ");
  EXPECT_EQ(code("#[Test] # x", php), "#[Test]    ");
}

TEST(Source, LifetimesAndSeparatorsAreNoStrings) {
  EXPECT_EQ(code("fn f<'a>(x: &'a str) -> char { 'b' }", rust), "fn f< a>(x: & a str) -> char { ' ' }");
  EXPECT_EQ(code("int x = 1'000; char y = 'z';", c), "int x = 1'000; char y = ' ';");
}

TEST(Source, WhatTheCompilerNeverSeesIsAComment) { EXPECT_EQ(code("#if 0\nx\n#endif\ny", c), "     \n \n      \ny"); }

TEST(Source, AllViewsAreAsLongAsTheText) {
  for (const auto text : {"'", "\"\\", "/*", "'''a", "`${", "#if 0", "r#\"", "R\"(", "<!--", "=begin", ""}) {
    for (unsigned bit = 0; bit <= 20; ++bit) {
      const auto source = read_source(text, static_cast<Language>(1u << bit));
      EXPECT_EQ(source.code.size(), source.text.size()) << text;
      EXPECT_EQ(source.kept.size(), source.text.size()) << text;
      EXPECT_EQ(source.comments.size(), source.text.size()) << text;
      tokens_of(source, 0, source.text.size());
    }
  }
}

TEST(Source, FormattingChangesNoToken) {
  const auto one = read_source("f( 'a',1_000 )", python), other = read_source("f(\n  \"a\", 1000)", python);
  EXPECT_EQ(tokens_of(one, 0, one.text.size()), tokens_of(other, 0, other.text.size()));
}

}  // namespace
}  // namespace regreen
